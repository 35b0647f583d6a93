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
        "<STYLE>a</STYLE><P>One</P><BR>Two => One\\n\\nTwo"
      })
  void a_mail_says_the_same_without_its_html(String html, String text) {
    assertThat(HtmlText.of(html.replace("\\n", "\n"))).isEqualTo(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a ", "<a href='", "<!--", "<script>", "<p", "<", "&#", "<a href", "</"})
  void broken_html_of_any_size_is_read_once(String piece) {
    assertThat(HtmlText.of(piece.repeat(100_000)))
        .hasSizeLessThanOrEqualTo(piece.length() * 100_000);
  }
}
