package dev.drumbeat.reply;

import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.request.Reason;
import java.util.function.Function;

/**
 * What it takes to write on issues: the issues, the rules, and sentences in the host's language.
 */
public record Commenting(
    IssueComments comments, CommentSettings settings, Function<Reason, String> texts) {}
