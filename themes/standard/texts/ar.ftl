# Numbers are written 1, 2, 3, as public offices in Germany do in Arabic.
language-name = العربية

## التنقّل
skip-link = الانتقال إلى المحتوى
menu = القائمة
main-navigation = القائمة الرئيسية
section-navigation = فصول هذا القسم
breadcrumbs = مسار هذه الصفحة
footer-navigation = معلومات قانونية ومساعدة
languages = اللغات
dark-mode = داكن
on-this-page = في هذه الصفحة
reading-order = الصفحة السابقة والصفحة التالية
previous = السابق
next = التالي
in-section = في هذا القسم
ways = طرق للبحث
sections = الأقسام
more-before = { $count ->
    [zero] لا فصول قبل ذلك
    [one] فصل واحد قبل ذلك
    [two] فصلان قبل ذلك
    [few] { $count } فصول قبل ذلك
    [many] { $count } فصلًا قبل ذلك
   *[other] { $count } فصل قبل ذلك
}
more-after = { $count ->
    [zero] لا فصول أخرى
    [one] فصل آخر
    [two] فصلان آخران
    [few] { $count } فصول أخرى
    [many] { $count } فصلًا آخر
   *[other] { $count } فصل آخر
}

## القوائم
chapter-count = { $count ->
    [zero] لا فصول
    [one] فصل واحد
    [two] فصلان
    [few] { $count } فصول
    [many] { $count } فصلًا
   *[other] { $count } فصل
}
pages = صفحات هذه القائمة
pages-of = الصفحة { $current } من { $total }
page-number = الصفحة { $number }
previous-page = الصفحة السابقة
next-page = الصفحة التالية

## الفصول
at-a-glance = لمحة سريعة
not-documented = غير موثّق
related = فصول ذات صلة
sources = المصادر
about-chapter = عن هذا الفصل
updated = آخر تحديث
review-by = المراجعة القادمة
authors = إعداد
contact = للتواصل
license = الترخيص
topics = المواضيع
audiences = لمن هذا الفصل
status-draft = مسودة
status-unlisted = غير مُدرَج
status-reviewed = تمت مراجعته
status-superseded = قديم
status-withdrawn = مسحوب
status-draft-note = ما زال العمل جاريًا على هذا الفصل. قد تكون بعض المعلومات ناقصة أو قد تتغيّر.
status-unlisted-note = لا شيء في هذا الدليل يقود إلى هذا الفصل. وقد يتغيّر بعد.
status-superseded-note = يعرض هذا الفصل وضعًا سابقًا ولم يعد ساريًا.
status-withdrawn-note = سُحب هذا الفصل ولا ينبغي استخدامه بعد الآن.
copy = نسخ
copied = تم النسخ

## صفحات لا تأتي من ملف
start-page = البداية
pictures = الصور وأصحابها
pictures-intro = جميع صور هذا الدليل التي ذُكر أصحابها.
glossary = المسرد
glossary-intro = شرح موجز للمصطلحات والاختصارات المستخدمة في هذا الدليل.
also = أيضًا
not-found = الصفحة غير موجودة
not-found-text = هذه الصفحة غير موجودة أو لم تعد موجودة. ربما يوجد خطأ في كتابة العنوان.
to-start-page = إلى صفحة البداية

## في نص الفصول
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تنبيه
alert-caution = تحذير
footnotes = الحواشي
# The number of the footnote follows.
footnote = حاشية
# The number of the footnote follows.
footnote-back = العودة إلى موضع الحاشية
# The text of the heading follows.
heading-link = رابط إلى القسم
# A number follows.
table = جدول
# A number follows.
task-done = منجز
task-open = غير منجز

## التاريخ
date = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
yes = نعم
no = لا
alphabet = جميع الفصول حسب الأبجدية
letters = الحروف الأولى
search = بحث
search-without-script = يحتاج البحث إلى JavaScript. ومن دونه تقودكم هذه الروابط إلى جميع الفصول:

## البحث
search-label = البحث في الدليل
search-button = بحث
search-count-zero = لا توجد نتائج
search-count-one = نتيجة واحدة
search-count-two = نتيجتان
search-count-few = %n نتائج
search-count-many = %n نتيجة
search-count-other = %n نتيجة
search-also = بُحث أيضًا عن:
search-examples = على سبيل المثال
search-forget = نسيان
search-forget-all = نسيان الكل
search-recent = عمليات البحث الأخيرة
search-all = جميع النتائج
search-fact = فُهم على أنه معلومة:
search-fact-off = البحث عن الكلمات فقط
search-only = فقط
search-filter = تصفية النتائج
search-hint = تحقّقوا من الكتابة أو ابحثوا بكلمة أخرى.
search-kind = النوع
search-lacks = بدون:
search-meant = هل تقصدون
search-more = المزيد من النتائج
search-nothing = لم يُعثر على شيء عن «%q»
search-prompt = اكتبوا ما تبحثون عنه في حقل البحث أعلاه.
search-unavailable = البحث غير متاح حاليًا.

## الترجمات
untranslated = غير متوفر بالعربية بعد
untranslated-text = لم يُترجم هذا الفصل إلى العربية بعد. يمكنكم قراءته هنا:
untranslated-ways = تابعوا بالعربية:
not-in-language = غير مترجم
# The name of the language follows.
fallback-notice = لم يُترجم هذا الفصل إلى العربية بعد. تقرؤون هنا النص الأصلي:

## القائمة المصنّفة
catalogue = القائمة المصنّفة
catalogue-all = جميع الأنواع
catalogue-link = تصفية ومقارنة
catalogue-none = لا يوجد فصل يطابق هذا الاختيار. أزيلوا أحد عوامل التصفية أو ابحثوا بكلمة أخرى.
catalogues = أنواع الفصول
chapter = الفصل
compare = مقارنة
compare-all = مقارنة الكل
compare-chosen = تم اختيار %n من 4 كحد أقصى
compare-clear = إلغاء الاختيار
compare-differs = مختلف
compare-lead = اختاروا في القائمة من فصلين إلى أربعة فصول لعرضها وحدها جنبًا إلى جنب.
compare-missing = أحد الفصول المختارة لم يعد موجودًا.
compare-remove = إزالة
compare-table = المقارنة
compare-title = مقارنة: { $kind }
filter = عوامل التصفية
filter-active = عوامل التصفية المختارة
filter-all-words = عرض الكل
filter-clear = إزالة جميع عوامل التصفية
filter-remove = إزالة عامل التصفية: %v
filter-text = البحث في هذه القائمة
order = الترتيب حسب
order-best = الأكثر تطابقًا
order-reading = كما في الدليل
order-title = العنوان حسب الأبجدية
order-updated = الأحدث أولًا
to-catalogue = إلى القائمة المصنّفة

## قوائم الكلمات
list-comma = {"، "}
list-last = {" و"}
## القراءة
cite = كيفية الاستشهاد بهذا الفصل
cite-in = في
successor = حلّ محله:
feedback = ملاحظات على هذه الصفحة
feedback-subject = ملاحظات على «{ $title }»
zoom = تكبير
close = إغلاق
level-of = المستوى { $level } من { $levels }
embed = فيلم أو خريطة أو محتوى آخر
captions = ترجمة نصية
film-length = المدة
file-size = الحجم
transcript = النص المكتوب
embed-at = موجود على
range-from = من { $from }
range-to = حتى { $to }
range-between = { $from } إلى { $to }
duration-between = { $from } إلى { $to }
duration-from = { $duration } على الأقل
duration-to = { $duration } على الأكثر
duration-minutes = { $count ->
    [zero] { $number } دقيقة
    [one] { $number } دقيقة
    [two] { $number } دقيقة
    [few] { $number } دقائق
    [many] { $number } دقيقة
   *[other] { $number } دقيقة
}
duration-hours = { $count ->
    [zero] { $number } ساعة
    [one] { $number } ساعة
    [two] { $number } ساعة
    [few] { $number } ساعات
    [many] { $number } ساعة
   *[other] { $number } ساعة
}
duration-days = { $count ->
    [zero] { $number } يوم
    [one] { $number } يوم
    [two] { $number } يوم
    [few] { $number } أيام
    [many] { $number } يومًا
   *[other] { $number } يوم
}
duration-weeks = { $count ->
    [zero] { $number } أسبوع
    [one] { $number } أسبوع
    [two] { $number } أسبوع
    [few] { $number } أسابيع
    [many] { $number } أسبوعًا
   *[other] { $number } أسبوع
}
duration-months = { $count ->
    [zero] { $number } شهر
    [one] { $number } شهر
    [two] { $number } شهر
    [few] { $number } أشهر
    [many] { $number } شهرًا
   *[other] { $number } شهر
}
duration-years = { $count ->
    [zero] { $number } سنة
    [one] { $number } سنة
    [two] { $number } سنة
    [few] { $number } سنوات
    [many] { $number } سنة
   *[other] { $number } سنة
}
decimal-separator = .
thousands-separator = ,

## لغات الملفات
language-ar = العربية
language-bg = البلغارية
language-cs = التشيكية
language-da = الدنماركية
language-de = الألمانية
language-de-simple = الألمانية المبسطة
language-el = اليونانية
language-en = الإنجليزية
language-es = الإسبانية
language-fa = الفارسية
language-fr = الفرنسية
language-hr = الكرواتية
language-hu = المجرية
language-it = الإيطالية
language-ku = الكردية
language-nl = الهولندية
language-pl = البولندية
language-ps = البشتو
language-pt = البرتغالية
language-ro = الرومانية
language-ru = الروسية
language-sq = الألبانية
language-sr = الصربية
language-ti = التغرينية
language-tr = التركية
language-uk = الأوكرانية
language-vi = الفيتنامية
language-zh = الصينية
print-section = كل الفصول في صفحة واحدة للطباعة
print-intro = تجدون هنا كل الفصول متتالية، للطباعة أو للقراءة دفعة واحدة.
print-parts = هذا القسم أطول من أن تتسع له صفحة واحدة: له { $total } أجزاء، وهذا الجزء { $current }.
print-back = العودة إلى القسم
## الإصدارات
version = الإصدار
versions = الإصدارات
version-current = الحالي
version-first = هذا هو الإصدار الأول.
version-switch = تغيير الإصدار
version-old = أنت تقرأ الإصدار { $version } من هذا الدليل. الإصدار الحالي هو { $current }.
version-to-current = هذه الصفحة في الإصدار الحالي
versions-intro = يبقى كل إصدار منشور على عنوانه ويمكن الاستشهاد به.
changes = التغييرات
changes-in = التغييرات في الإصدار { $version }
changes-since = التغييرات منذ الإصدار { $version }
changes-none = لم يتغير أي فصل منذ الإصدار { $version }.
changes-new = جديد
changes-changed = تم تغييره
changes-moved = تم نقله
changes-withdrawn = تم سحبه أو حذفه
change-count-new = جديد: { $count }
change-count-changed = تم تغييره: { $count }
change-count-moved = تم نقله: { $count }
change-count-withdrawn = تم سحبه: { $count }
changed-sections = { $of ->
    [zero] النص كله
    [one] النص كله
    [two] الأقسام: { $count } من { $of }
    [few] الأقسام: { $count } من { $of }
    [many] الأقسام: { $count } من { $of }
   *[other] الأقسام: { $count } من { $of }
}
new-in = جديد في الإصدار { $version }
changed-since-changed = تغير منذ الإصدار { $version }
changed-since-moved = نُقل منذ الإصدار { $version }
all-changes = كل التغييرات
cite-as-data = الاستشهاد كملف
cite-all = جميع الفصول كقائمة مراجع

## التصميم
more = المزيد
print-page = طباعة
share = مشاركة
share-done = تم نسخ العنوان
cite-short = اقتباس
in-handbook = محتويات الدليل
latest = أحدث التعديلات
more-facts = معلومات أخرى
level-low = منخفض
level-middle = متوسط
level-high = مرتفع
partners = الشركاء والداعمون
sign-language = لغة الإشارة
examples = على سبيل المثال:
finder-any = لا يهم
finder-show = عرض: { $name } ({ $count })

## Reading list
keep = حفظ
kept = محفوظ
collection = قائمتي
collection-intro = ما تحفظونه يبقى في هذا المتصفح. لا يراه أحد غيركم، ولا نحن: فقط من تعطونه عنوان القائمة.
collection-empty = لم تحفظوا شيئًا بعد. اضغطوا على النجمة في بطاقة، أو على «حفظ» في فصل.
collection-note = ملاحظة
collection-up = إلى أعلى
collection-down = إلى أسفل
collection-place = %n من %m
collection-whole = طباعة الفصول كاملة
collection-address = عنوان هذه القائمة
collection-clear = إفراغ القائمة
collection-undo = استعادة القائمة
collection-shared = أعطاكم أحدهم هذه القائمة.
collection-take = إضافة إلى قائمتي
collection-own = عرض قائمتي
collection-missing = هذه الفصول غير موجودة هنا أو لم تعد موجودة:
collection-broken = لا توجد قائمة في هذا العنوان.
collection-unavailable = يتعذر تحميل الفصول الآن.
collection-forgets = هذا المتصفح لا يحفظ شيئًا: تبقى القائمة ما دامت هذه الصفحة مفتوحة.
collection-without-script = تحتاج القائمة إلى JavaScript. من دونه يقود هذا الطريق إلى كل الفصول:
featured = للبداية

## كتاب
book-contents = المحتويات
book-index = الفهرس
book-lists = ما يرتبط بعضه ببعض
book-title-page = صفحة العنوان
book-accessibility = يمكن قراءة النص بأي حجم والاستماع إليه، وهو مقسَّم بالعناوين وله قائمة محتويات. وللصور أوصاف.
book-whole = الدليل كله ككتاب
book-edition = الإصدار
book-online = على الإنترنت
book-page = ص
book-publisher = الناشر
book-standards = هذا المستند متاح لذوي الإعاقة وفق المعيار PDF/UA-1 وصالح للأرشفة وفق المعيار PDF/A-2a.
