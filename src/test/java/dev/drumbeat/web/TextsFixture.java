package dev.drumbeat.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.message.I18nResolver;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The real texts, for a reader of one language. */
public final class TextsFixture {

  private TextsFixture() {}

  public static Texts english() {
    return in(Locale.ENGLISH, "drumbeat.properties");
  }

  public static Texts german() {
    return in(Locale.GERMAN, "drumbeat_de.properties");
  }

  private static Texts in(Locale locale, String file) {
    JiraAuthenticationContext reader = mock(JiraAuthenticationContext.class);
    when(reader.getLocale()).thenReturn(locale);
    return new Texts(new FileTexts(file), reader);
  }

  private static final class FileTexts implements I18nResolver {

    private final Properties texts = new Properties();

    FileTexts(String file) {
      try (Reader reader = Files.newBufferedReader(Path.of("i18n", file))) {
        texts.load(reader);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public String getText(String key, Serializable... arguments) {
      return getText(Locale.ENGLISH, key, arguments);
    }

    @Override
    public String getText(Locale locale, String key, Serializable... arguments) {
      String text = texts.getProperty(key, key);
      return arguments.length == 0
          ? text
          : new MessageFormat(text, locale).format((Object[]) arguments);
    }
  }
}
