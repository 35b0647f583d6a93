package dev.drumbeat.reply;

import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.sending.Send;
import org.jspecify.annotations.Nullable;

/**
 * To whom and to what a message belongs, how sure that is and why. Without a send the run is only
 * the lead's newest one, which tells whose the lead is.
 */
record Matched(
    MailAddress lead,
    Enrollment run,
    @Nullable Send send,
    Confidence confidence,
    String evidence) {}
