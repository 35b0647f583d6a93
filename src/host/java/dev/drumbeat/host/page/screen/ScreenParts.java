package dev.drumbeat.host.page.screen;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import dev.drumbeat.host.page.Templates;
import dev.drumbeat.host.page.Texts;
import dev.drumbeat.host.user.CurrentUser;

/** What every page of the host needs: how to write, who reads, and the token of its forms. */
public record ScreenParts(
    Templates templates,
    Texts texts,
    CurrentUser user,
    LoginUriProvider logIn,
    XsrfTokenAccessor tokens,
    XsrfTokenValidator validator) {}
