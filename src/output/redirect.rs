//! Former addresses, and the ways from there to the present ones.
//!
//! Where a file can, a page leads on, which works on any server and without script. Servers that can
//! redirect get the list of all in two forms: [`netlify`], which many hosts read, and [`nginx`].

use std::collections::BTreeMap;

use crate::config::BaseUrl;
use crate::markdown::html::escaped;
use crate::pages::{NETLIFY, NGINX, NGINX_QUERIES, Plan};
use crate::release::{Redirect, Redirects};
use crate::site::{Site, escape, file_of, has_page, relative};

/// The redirects that the chapters of the site ask for.
pub fn planned(plan: &Plan, site: &Site) -> Redirects {
    let redirects = plan.redirects().iter();
    redirects
        .map(|(from, id)| (from.clone(), Redirect::to_chapter(site, site.chapter(*id))))
        .collect()
}

/// The pages of redirects and the lists for servers, by path.
pub fn files(redirects: &Redirects, base: Option<&BaseUrl>) -> BTreeMap<String, Vec<u8>> {
    let file = |(from, redirect): (&String, &Redirect)| {
        (file_of(from), page(from, redirect, base).into_bytes())
    };
    let with_page = redirects.iter().filter(|(from, _)| has_page(from));
    let mut files: BTreeMap<String, Vec<u8>> = with_page.map(file).collect();
    if !redirects.is_empty() {
        let netlify = netlify(redirects, base);
        files.insert(NETLIFY.to_owned(), netlify.into_bytes());
        files.insert(NGINX.to_owned(), nginx(redirects, base).into_bytes());
        if redirects.keys().any(|from| from.contains('?')) {
            let queries = nginx_queries(redirects, base);
            files.insert(NGINX_QUERIES.to_owned(), queries.into_bytes());
        }
    }
    files
}

/// The page at `address`. Its script takes the part behind the `#` along.
fn page(address: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    page_to(address, &relative(address, &redirect.to), redirect, base)
}

/// The page at `address` in a frozen edition that leads to the same one at the tree's root.
pub fn out_of_edition(address: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    let up = "../".repeat(address.matches('/').count());
    page_to(
        address,
        &format!("{up}../../{}", redirect.to),
        redirect,
        base,
    )
}

fn page_to(address: &str, url: &str, redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    let url = escaped(url);
    let canonical = base.map_or_else(
        || url.clone(),
        |base| escaped(&format!("{base}{}", redirect.to)),
    );
    let script = escaped(&relative(address, "assets/redirect.js"));
    let (title, lang) = (escaped(&redirect.title), escaped(&redirect.lang));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<script src=\"{script}\" data-to=\"{url}\"></script>\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         </head>\n<body>\n<p><a href=\"{url}\">{title}</a></p>\n</body>\n</html>\n"
    )
}

/// The list as Netlify, Cloudflare Pages and others read it, in `_redirects`. `base` is where the
/// site is published; its path is part of every line.
fn netlify(redirects: &Redirects, base: Option<&BaseUrl>) -> String {
    let base = base.map_or("/", BaseUrl::path);
    let line = |(from, redirect): (&String, &Redirect)| {
        let (path, query) = from.split_once('?').unwrap_or((from, ""));
        let query = query.split('&').filter(|part| !part.is_empty());
        let query: String = query.map(|part| format!(" {part}")).collect();
        let path = if path.ends_with('/') {
            path.to_owned()
        } else {
            escape(path)
        };
        format!("{base}{path}{query} {base}{} 301\n", redirect.to)
    };
    redirects.iter().map(line).collect()
}

/// The list as the body of an nginx `map`. What it compares has no query.
fn nginx(redirects: &Redirects, base: Option<&BaseUrl>) -> String {
    let base = base.map_or("/", BaseUrl::path);
    let mut map = String::from(
        "# map_hash_bucket_size 512;\n\
         # map $uri $handbook_redirect { include redirects.nginx.map; }\n\
         # server { if ($handbook_redirect) { return 301 $handbook_redirect; } }\n",
    );
    for (from, redirect) in redirects.iter().filter(|(from, _)| !from.contains('?')) {
        map.push_str(&format!("\"{base}{from}\" \"{base}{}\";\n", redirect.to));
        if from.is_empty() || from.ends_with('/') {
            map.push_str(&format!(
                "\"{base}{from}index.html\" \"{base}{}\";\n",
                redirect.to
            ));
        }
    }
    map
}

/// The redirects from addresses with a query, as the body of another `map`.
fn nginx_queries(redirects: &Redirects, base: Option<&BaseUrl>) -> String {
    let base = base.map_or("/", BaseUrl::path);
    let mut map = String::from(
        "# map $request_uri $handbook_query { include redirects.nginx.queries.map; }\n\
         # server { if ($handbook_query) { return 301 $handbook_query; } }\n",
    );
    for (from, redirect) in redirects {
        if let Some((path, query)) = from.split_once('?') {
            let from = escape(path);
            map.push_str(&format!(
                "\"{base}{from}?{query}\" \"{base}{}\";\n",
                redirect.to
            ));
        }
    }
    map
}
