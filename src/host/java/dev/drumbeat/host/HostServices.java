package dev.drumbeat.host;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.bc.filter.SearchRequestService;
import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.bc.issue.comment.CommentService;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.jira.config.SubTaskManager;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.watchers.WatcherManager;
import com.atlassian.jira.mail.settings.MailSettings;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.rdbms.TransactionalExecutorFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import dev.drumbeat.host.database.HostSettings;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.plugin.HostService;
import dev.drumbeat.host.schedule.HostLocks;
import dev.drumbeat.host.schedule.SingleNode;
import dev.drumbeat.host.user.ProjectRoles;
import dev.drumbeat.host.user.UserTimeZones;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What apps can refer to in their Spring context: the host's services by their public types. */
final class HostServices {

  private HostServices() {}

  static List<HostService> of(Host host, WebSide web) {
    Tracker tracker = host.tracker();
    return List.of(
        HostService.of(TransactionalExecutorFactory.class, new HostTransactions(host.database())),
        HostService.of(PluginSettingsFactory.class, new HostSettings(host.database())),
        HostService.of(SchedulerService.class, host.scheduler()),
        HostService.of(ClusterLockService.class, new HostLocks()),
        HostService.of(ClusterInfo.class, new SingleNode()),
        HostService.of(EventPublisher.class, tracker.events()),
        HostService.of(UserManager.class, host.users()),
        HostService.of(GroupManager.class, host.groups()),
        HostService.of(ProjectRoleManager.class, new ProjectRoles()),
        HostService.of(JiraAuthenticationContext.class, host.current()),
        HostService.of(GlobalPermissionManager.class, web.permissions()),
        HostService.of(PermissionManager.class, tracker.permissions()),
        HostService.of(ProjectManager.class, tracker.projects()),
        HostService.of(IssueManager.class, tracker.issues()),
        HostService.of(IssueService.class, tracker.issueService()),
        HostService.of(SubTaskManager.class, tracker.issueService()),
        HostService.of(CustomFieldManager.class, tracker.customFields()),
        HostService.of(WatcherManager.class, tracker.watchers()),
        HostService.of(CommentService.class, tracker.comments()),
        HostService.of(CommentManager.class, tracker.comments()),
        HostService.of(SearchService.class, tracker.search()),
        HostService.of(SearchRequestService.class, tracker.filters()),
        HostService.of(MailSettings.class, host.outgoing()),
        HostService.of(I18nResolver.class, web.texts()),
        HostService.of(LocaleResolver.class, web.texts()),
        HostService.of(TimeZoneManager.class, new UserTimeZones(host.current())),
        HostService.of(PageBuilderService.class, web.resources()),
        HostService.of(LoginUriProvider.class, web.logIn()),
        HostService.of(XsrfTokenAccessor.class, web.xsrf()),
        HostService.of(XsrfTokenValidator.class, web.xsrf()),
        HostService.of(WebSudoManager.class, web.webSudo()),
        HostService.of(
            ApplicationProperties.class, new HostProperties(web.server(), host.options().home())),
        // The app asks for a clock that tests move (design D12).
        new HostService(InstantSource.class, host.clock(), Map.of("drumbeat.clock", "test")));
  }
}
