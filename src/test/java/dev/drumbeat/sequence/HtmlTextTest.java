package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '"',
      value = {
        "<p>One</p><p>Two</p> => One\\n\\nTwo",
        "<p>One\\n  line</p> => One line",
        "One<br>Two<br/><br/>Three<br><br><br>Four => One\\nTwo\\n\\nThree\\n\\nFour",
        "<div>One<div>Two</div></div>Three => One\\nTwo\\nThree",
        "<ul><li>One</li><li><b>Two</b> more</li></ul>End => - One\\n- Two more\\n\\nEnd",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> => a b\\nc",
        "<h1>Title</h1>Text => Title\\n\\nText",
        "see <a href=\"https://x.example/a?b=1&amp;c=2\">this</a>. => see this (https://x.example/a?b=1&c=2).",
        "<a href='https://x.example/'>x.example</a> => x.example",
        "<a href=https://x.example>https://x.example</a> => https://x.example",
        "<a href='mailto:ann@example.org'>ann@example.org</a> => ann@example.org",
        "<a href='mailto:ann@example.org'>Ann</a> => Ann (ann@example.org)",
        "<a href='https://x.example'><img alt='Logo'></a> => Logo (https://x.example)",
        "<a href='https://x.example'><img></a> => https://x.example",
        "<a href='#top'>up</a> <a name=x>here</a> <a href='javascript:x()'>no</a> => up here no",
        "<a data-href='https://no.example' href='https://x.example'>x</a> => x (https://x.example)",
        "<html><head><title>T</title><style>p > a {}</style></head><body>Hi</body></html> => Hi",
        "a<script>if (1 < 2) { '</p>' }</script>b => ab",
        "a<!-- <p>x</p> > -->b => ab",
        "<p title=\"a > b\">c</p> => c",
        "1 < 2 and 3 > 2 &lt;b&gt; => 1 < 2 and 3 > 2 <b>",
        "&amp;lt; &quot;&#39;&apos;&nbsp;x &auml;&Ouml;&szlig;&eacute; &euro; &#8364; &#x20AC; => &lt; \"'' x äÖßé € € €",
        "&unknown; &#0; &#xFFFFFF; AT&T => &unknown; AT&T",
        "un&shy;seen&zwnj; => unseen",
        "one <b two => one <b two",
        "one <!-- two => one <!-- two",
        "<ol><li>One</li><li>Two<ul><li>a</li><li>b</li></ul></li><li>Three</li></ol>End => 1. One\\n2. Two\\n  - a\\n  - b\\n3. Three\\n\\nEnd",
        "<ul><li><p>One</p></li><li></li><li><p>Two</p></li></ul> => - One\\n\\n- Two",
        "Hi<blockquote><p>One</p><p>Two<br>lines</p></blockquote>Bye => Hi\\n\\n> One\\n>\\n> Two\\n> lines\\n\\nBye",
        "<blockquote>a<blockquote>b</blockquote>c</blockquote> => > a\\n>\\n> > b\\n>\\n> c",
        "<pre>a  b\\n\tc</pre>d   e => a  b\\n    c\\n\\nd e",
        "<table><tr><th>Plan</th><th>Price</th></tr><tr><td>S</td><td>9 &euro;</td></tr></table> => Plan | Price\\nS | 9 \u20ac",
        "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table> => a b\\n\\nc",
        "<div style='display: none'>preview<div>of it</div></div><p>Hi</p> => Hi",
        "<img style=display:none alt=x>Hi => Hi",
        "\u65e5\u672c\u8a9e <b>\u05e9\u05dc\u05d5\u05dd</b> \ud83d\ude80 => \u65e5\u672c\u8a9e \u05e9\u05dc\u05d5\u05dd \ud83d\ude80",
        "</ul></table></blockquote></pre></a>Hi<li>One<td>Two => Hi\\n- One Two",
        "<STYLE>a</STYLE><P>One</P><BR>Two => One\\n\\nTwo"
      })
  void a_mail_says_the_same_without_its_html(String html, String text) {
    assertThat(HtmlText.of(html.replace("\\n", "\n"))).isEqualTo(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a ",
        "<a href='",
        "<!--",
        "<script>",
        "<p",
        "<",
        "&#",
        "<a href",
        "</",
        "<blockquote>a<br>",
        "<ul><li>a",
        "<ol><li>",
        "<table><tr><td>",
        "<pre>  ",
        "<pre>",
        " ",
        "<div style='display:none'>",
        "<td>a"
      })
  void broken_html_of_any_size_is_read_once(String piece) {
    assertThat(HtmlText.of(piece.repeat(100_000)))
        .hasSizeLessThanOrEqualTo((piece.length() + 48) * 100_000);
  }
}
