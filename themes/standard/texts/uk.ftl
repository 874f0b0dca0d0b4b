language-name = Українська

## Навігація
skip-link = Перейти до змісту
menu = Меню
main-navigation = Головна навігація
section-navigation = Сторінки цього розділу
breadcrumbs = Шлях до цієї сторінки
footer-navigation = Правова інформація та допомога
languages = Мови
dark-mode = Темна тема
on-this-page = На цій сторінці
reading-order = Попередня й наступна сторінки
previous = Назад
next = Далі
in-section = У цьому розділі
ways = Знайти потрібне
sections = Розділи
more-before = { $count ->
    [one] { $count } сторінка перед цим
    [few] { $count } сторінки перед цим
    [many] { $count } сторінок перед цим
   *[other] { $count } сторінки перед цим
}
more-after = { $count ->
    [one] Ще { $count } сторінка
    [few] Ще { $count } сторінки
    [many] Ще { $count } сторінок
   *[other] Ще { $count } сторінки
}

## Списки
chapter-count = { $count ->
    [one] { $count } сторінка
    [few] { $count } сторінки
    [many] { $count } сторінок
   *[other] { $count } сторінки
}
pages = Частини списку
pages-of = Частина { $current } із { $total }
page-number = Частина { $number }
previous-page = Попередня частина
next-page = Наступна частина

## Сторінки посібника
at-a-glance = Коротко
not-documented = Немає відомостей
related = Пов’язані сторінки
sources = Джерела
about-chapter = Про цю сторінку
updated = Оновлено
review-by = Наступна перевірка
authors = Автори
contact = Контакти
license = Ліцензія
topics = Теми
audiences = Для кого
status-draft = Чернетка
status-unlisted = Не в списку
status-reviewed = Перевірено
status-superseded = Застаріло
status-withdrawn = Відкликано
status-draft-note = Ця сторінка ще готується. Відомості можуть бути неповними або змінитися.
status-unlisted-note = Ніщо в цьому посібнику не веде до цього розділу. Він ще може змінитися.
status-superseded-note = Ця сторінка описує попередній стан і більше не є чинною.
status-withdrawn-note = Цю сторінку відкликано. Будь ласка, більше не користуйтеся нею.
copy = Копіювати
copied = Скопійовано

## Сторінки, створені не з файлу
start-page = Головна
pictures = Зображення та їхні автори
pictures-intro = Усі зображення цього посібника, для яких зазначено автора.
glossary = Глосарій
glossary-intro = Короткі пояснення термінів і скорочень цього посібника.
also = Також
not-found = Сторінку не знайдено
not-found-text = Такої сторінки немає або більше немає. Можливо, в адресі є помилка.
to-start-page = На головну сторінку

## У тексті сторінок
alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Увага
alert-caution = Обережно
footnotes = Виноски
# The number of the footnote follows.
footnote = Виноска
# The number of the footnote follows.
footnote-back = Назад до місця виноски
# The text of the heading follows.
heading-link = Посилання на розділ
# A number follows.
table = Таблиця
# A number follows.
task-done = виконано
task-open = не виконано

## Дата
date = { $day } { $month } { $year } р.
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
yes = так
no = ні
alphabet = Усі сторінки від А до Я
letters = Перші літери
search = Пошук
search-without-script = Для пошуку потрібен JavaScript. Без нього до всіх сторінок ведуть ці посилання:

## Пошук
search-label = Пошук у посібнику
search-button = Шукати
search-count-zero = Нічого не знайдено
search-count-one = %n результат
search-count-two = %n результати
search-count-few = %n результати
search-count-many = %n результатів
search-count-other = %n результату
search-also = Також шукали:
search-examples = Наприклад
search-forget = Забути
search-forget-all = Забути все
search-recent = Останні пошуки
search-all = Усі результати
search-fact = Зрозуміло як дані:
search-fact-off = Шукати лише слова
search-only = Лише
search-filter = Фільтрувати результати
search-hint = Перевірте написання або спробуйте інше слово.
search-kind = Вид
search-lacks = без:
search-meant = Можливо, ви мали на увазі
search-more = Більше результатів
search-nothing = Нічого не знайдено за запитом «%q»
search-prompt = Введіть у поле пошуку вгорі те, що шукаєте.
search-unavailable = Пошук зараз недоступний.

## Переклади
untranslated = Ще немає українською
untranslated-text = Цю сторінку ще не перекладено українською. Прочитати її можна тут:
untranslated-ways = Продовжити українською:
not-in-language = не перекладено
# The name of the language follows.
fallback-notice = Цю сторінку ще не перекладено українською. Ви читаєте оригінал:

## Каталог
catalogue = Каталог
catalogue-all = Усі види
catalogue-link = Фільтрувати й порівняти
catalogue-none = Жодна сторінка не відповідає цьому вибору. Приберіть фільтр або пошукайте інше слово.
catalogues = Види сторінок
chapter = Сторінка
compare = Порівняти
compare-all = Порівняти все
compare-chosen = Вибрано %n, щонайбільше 4
compare-clear = Скасувати вибір
compare-differs = різне
compare-lead = Виберіть у каталозі від двох до чотирьох сторінок, щоб бачити поруч лише їх.
compare-missing = Однієї з вибраних сторінок більше немає.
compare-remove = Прибрати
compare-table = Порівняння
compare-title = Порівняння: { $kind }
filter = Фільтри
filter-active = Вибрані фільтри
filter-all-words = Показати все
filter-clear = Прибрати всі фільтри
filter-remove = Прибрати фільтр: %v
filter-text = Шукати в цьому списку
order = Упорядкувати
order-best = Найкращий збіг
order-reading = Як у посібнику
order-title = Назва від А до Я
order-updated = Спершу найновіше
to-catalogue = До каталогу

## Переліки
list-comma = {", "}
list-last = {" і "}
## Читання
cite = Як цитувати цей розділ
cite-in = У
successor = Замість нього діє:
feedback = Відгук про цю сторінку
feedback-subject = Відгук про «{ $title }»
zoom = Збільшити
close = Закрити
level-of = Рівень { $level } з { $levels }
embed = Фільм, карта чи інший вміст
captions = Субтитри
film-length = Тривалість
file-size = Розмір
transcript = Текстова версія
embed-at = міститься на
range-from = від { $from }
range-to = до { $to }
range-between = { $from }–{ $to }
duration-between = { $from } – { $to }
duration-from = щонайменше { $duration }
duration-to = щонайбільше { $duration }
duration-minutes = { $count ->
    [one] { $number } хвилина
    [few] { $number } хвилини
    [many] { $number } хвилин
   *[other] { $number } хвилини
}
duration-hours = { $count ->
    [one] { $number } година
    [few] { $number } години
    [many] { $number } годин
   *[other] { $number } години
}
duration-days = { $count ->
    [one] { $number } день
    [few] { $number } дні
    [many] { $number } днів
   *[other] { $number } дня
}
duration-weeks = { $count ->
    [one] { $number } тиждень
    [few] { $number } тижні
    [many] { $number } тижнів
   *[other] { $number } тижня
}
duration-months = { $count ->
    [one] { $number } місяць
    [few] { $number } місяці
    [many] { $number } місяців
   *[other] { $number } місяця
}
duration-years = { $count ->
    [one] { $number } рік
    [few] { $number } роки
    [many] { $number } років
   *[other] { $number } року
}
decimal-separator = ,
thousands-separator = {" "}

## Мови файлів
language-ar = арабська
language-bg = болгарська
language-cs = чеська
language-da = данська
language-de = німецька
language-de-simple = спрощена німецька
language-el = грецька
language-en = англійська
language-es = іспанська
language-fa = перська
language-fr = французька
language-hr = хорватська
language-hu = угорська
language-it = італійська
language-ku = курдська
language-nl = нідерландська
language-pl = польська
language-ps = пушту
language-pt = португальська
language-ro = румунська
language-ru = російська
language-sq = албанська
language-sr = сербська
language-ti = тигринья
language-tr = турецька
language-uk = українська
language-vi = в’єтнамська
language-zh = китайська
print-section = Усі розділи на одній сторінці для друку
print-intro = Тут усі розділи стоять один за одним — для друку або суцільного читання.
print-parts = Розділ задовгий для однієї сторінки: частин у ньому { $total }, це частина { $current }.
print-back = Назад до розділу
## Версії
version = Версія
versions = Версії
version-current = поточна
version-first = Це перша версія.
version-switch = Змінити версію
version-old = Ви читаєте версію { $version } цього посібника. Поточна версія — { $current }.
version-to-current = Ця сторінка в поточній версії
versions-intro = Кожна опублікована версія залишається за своєю адресою, і на неї можна посилатися.
changes = Зміни
changes-in = Зміни у версії { $version }
changes-since = Зміни після версії { $version }
changes-none = Після версії { $version } жоден розділ не змінився.
changes-new = Нові
changes-changed = Змінені
changes-moved = Переміщені
changes-withdrawn = Відкликані або вилучені
change-count-new = нових: { $count }
change-count-changed = змінених: { $count }
change-count-moved = переміщених: { $count }
change-count-withdrawn = відкликаних: { $count }
changed-sections = { $of ->
    [one] частин: { $count } з { $of }
    [few] частин: { $count } з { $of }
    [many] частин: { $count } з { $of }
   *[other] частин: { $count } з { $of }
}
new-in = Нове у версії { $version }
changed-since-changed = Змінено після версії { $version }
changed-since-moved = Переміщено після версії { $version }
all-changes = Усі зміни
cite-as-data = Посилання як файл
cite-all = Усі розділи як список літератури

## Оформлення
more = Більше
print-page = Друкувати
share = Поділитися
share-done = Адресу скопійовано
cite-short = Цитувати
in-handbook = Що є в посібнику
latest = Останні зміни
more-facts = Інші відомості
level-low = низько
level-middle = середньо
level-high = високо
partners = Партнери та спонсори
sign-language = Жестова мова
examples = Наприклад:
finder-any = байдуже
finder-show = Показати: { $name } ({ $count })

## Reading list
keep = Зберегти
kept = Збережено
collection = Мій список
collection-intro = Те, що ви зберігаєте, залишається в цьому браузері. Ніхто інший цього не бачить, і ми теж: лише ті, кому ви дасте адресу списку.
collection-empty = Ви ще нічого не зберегли. Натисніть зірочку на картці або «Зберегти» в розділі.
collection-note = Нотатка
collection-up = Вгору
collection-down = Вниз
collection-place = %n із %m
collection-whole = Надрукувати розділи повністю
collection-address = Адреса цього списку
collection-clear = Очистити список
collection-undo = Відновити список
collection-shared = Цей список вам хтось передав.
collection-take = Додати до мого списку
collection-own = Показати мій список
collection-missing = Цих розділів тут немає або вже немає:
collection-broken = У цій адресі немає списку.
collection-unavailable = Зараз не вдається завантажити розділи.
collection-forgets = Цей браузер нічого не зберігає: список діє, доки відкрита ця сторінка.
collection-without-script = Для списку потрібен JavaScript. Без нього до всіх розділів веде цей шлях:
featured = З чого почати

## Книга
book-contents = Зміст
book-index = Покажчик
book-lists = Що пов’язане між собою
book-title-page = Титульна сторінка
book-accessibility = Текст можна читати в будь-якому розмірі та слухати; він поділений заголовками й має зміст. Зображення мають описи.
book-whole = Увесь довідник як книга
book-edition = Видання
book-online = В інтернеті
book-page = с.
book-publisher = Видавець
book-standards = Цей документ є доступним за стандартом PDF/UA-1 і придатним для архівів за стандартом PDF/A-2a.
