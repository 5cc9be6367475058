from benchmarks.training.silence import silence_head

HEAD = """<head><title>Pier</title><meta name="description" content="Shut."><meta property="og:type" content="article">
<meta name="twitter:card" content="summary"><meta property="article:published_time" content="2026-01-02">
<script type="application/ld+json">{"@type": "NewsArticle"}</script><script>run()</script></head>"""
BODY = '<body><article itemscope="" itemtype="https://schema.org/Article"><p itemprop="articleBody">Text</p></article></body>'


def test_what_states_what_the_page_is_goes_and_the_rest_stays():
    assert silence_head(HEAD).split() == (
        '<head><title>Pier</title><meta name="description" content="Shut."> <script>run()</script></head>'.split()
    )
    assert silence_head(BODY) == "<body><article><p>Text</p></article></body>"
