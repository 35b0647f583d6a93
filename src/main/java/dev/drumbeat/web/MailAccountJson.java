package dev.drumbeat.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.PasswordChange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How the body of a mail account is read. A client may send back what it got: the fields that only
 * answers have are known and ignored.
 */
public final class MailAccountJson extends SimpleModule {

  private static final long serialVersionUID = 1;

  public MailAccountJson() {
    super("mail-accounts");
    addDeserializer(PasswordChange.class, new PasswordReader());
    setMixInAnnotation(MailAccountDraft.class, OfAnswers.class);
    setMixInAnnotation(MailAccountDraft.Smtp.class, OfServerAnswers.class);
    setMixInAnnotation(MailAccountDraft.Imap.class, OfServerAnswers.class);
  }

  @JsonIgnoreProperties({"id", "self", "paused", "health", "warnings", "createdAt", "updatedAt"})
  private interface OfAnswers {}

  @JsonIgnoreProperties("passwordSet")
  private interface OfServerAnswers {}

  /** Left out: keep. Null: remove. Text: set. */
  private static final class PasswordReader extends StdDeserializer<PasswordChange> {

    private static final long serialVersionUID = 1;

    PasswordReader() {
      super(PasswordChange.class);
    }

    @Override
    public @Nullable PasswordChange deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.hasToken(JsonToken.VALUE_STRING)
          ? new PasswordChange.Set(parser.getText())
          : (PasswordChange) context.handleUnexpectedToken(PasswordChange.class, parser);
    }

    @Override
    public PasswordChange getNullValue(DeserializationContext context) {
      return new PasswordChange.Remove();
    }

    @Override
    public PasswordChange getAbsentValue(DeserializationContext context) {
      return new PasswordChange.Keep();
    }
  }
}
