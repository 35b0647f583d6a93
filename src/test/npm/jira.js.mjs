// A session of jira.js with the Jira at JIRA_URL, as a program of its users' would hold it.
// Prints what it saw as JSON; the test StockClientsIT judges.
import { Version2Client } from 'jira.js';

const as = (accessToken) =>
  new Version2Client({ host: process.env.JIRA_URL, authentication: { oauth2: { accessToken } } });
const jira = as(process.env.JIRA_TOKEN);
const refused = (call) => call.then(() => null, (e) => ({ status: e.status, ...e.response }));
const seen = {};

seen.myself = await jira.myself.getCurrentUser();
seen.server = await jira.serverInfo.getServerInfo();
seen.project = await jira.projects.getProject('SALES');
const types = await jira.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'SALES' });
const task = types.values.find((type) => type.name === 'Task');
const meta = await jira.issues.getCreateIssueMetaIssueTypeId({ projectIdOrKey: 'SALES', issueTypeId: task.id });
seen.required = meta.values.filter((field) => field.required).map((field) => field.fieldId);

const email = (await jira.issueFields.getFields()).find((field) => field.name === 'Lead email').id;
const lead = (n) => ({
  fields: {
    project: { key: 'SALES' },
    issuetype: { name: 'Task' },
    summary: `Lead ${n} of jira.js`,
    labels: ['jira.js'],
    duedate: '2027-05-01',
    [email]: `lead${n}@jirajs.test`,
  },
});
const created = [];
for (let n = 1; n <= 3; n += 1) created.push(await jira.issues.createIssue(lead(n)));
seen.created = created;
seen.wrong = await refused(jira.issues.createIssue({ fields: { ...lead(4).fields, priority: { name: 'Urgent' } } }));

const issueIdOrKey = created[0].key;
await jira.issues.editIssue({ issueIdOrKey, fields: { assignee: { name: 'sam' }, description: 'Called twice' } });
seen.issue = await jira.issues.getIssue({ issueIdOrKey, fields: ['*all', '-comment'], expand: 'names' });
seen.invisible = await refused(jira.issues.getIssue({ issueIdOrKey: 'SECRET-1' }));

const jql = 'labels = "jira.js" ORDER BY key';
seen.got = await jira.issueSearch.searchForIssuesUsingJql({ jql, maxResults: 2, fields: ['summary', email] });
seen.next = await jira.issueSearch.searchForIssuesUsingJql({ jql, startAt: 2, maxResults: 2 });
seen.posted = await jira.issueSearch.searchForIssuesUsingJqlPost({ jql, maxResults: 1, fields: ['labels'] });
seen.wrongJql = await refused(jira.issueSearch.searchForIssuesUsingJql({ jql: 'nobody = me' }));

const filter = await jira.filters.createFilter({ name: 'Of jira.js', jql, favourite: true });
seen.filter = await jira.filters.getFilter(filter.id);
seen.favourites = (await jira.filters.getFavouriteFilters()).map((f) => f.name);
seen.byFilter = (await jira.issueSearch.searchForIssuesUsingJql({ jql: `filter = ${filter.id}` })).total;
await jira.filters.updateFilter({ id: filter.id, name: 'Hot ones of jira.js', jql: 'labels = hot' });
seen.updated = await jira.filters.getFilter(filter.id);
await jira.filters.deleteFilter(filter.id);
seen.noFilter = await refused(jira.filters.getFilter(filter.id));

seen.added = await jira.issueComments.addComment({ issueIdOrKey, comment: 'Looks good' });
await jira.issueComments.addComment({ issueIdOrKey, comment: 'Really' });
seen.comments = await jira.issueComments.getComments({ issueIdOrKey, startAt: 1, maxResults: 5 });
seen.comment = await jira.issueComments.getComment({ issueIdOrKey, id: seen.added.id });

const found = await jira.issueSearch.searchForIssuesUsingJql({ jql: `"Lead email" ~ "${process.env.ANSWERED_BY}"` });
const answers = await jira.issueComments.getComments({ issueIdOrKey: found.issues[0].key });
seen.answered = answers.comments.map((comment) => comment.body);

const { transitions } = await jira.issues.getTransitions({ issueIdOrKey });
await jira.issues.doTransition({ issueIdOrKey, transition: { id: transitions.find((t) => t.name === 'In Progress').id } });
seen.status = (await jira.issues.getIssue({ issueIdOrKey, fields: ['status'] })).fields.status;
await jira.issues.deleteIssue({ issueIdOrKey: created[2].key });
seen.deleted = await refused(jira.issues.getIssue({ issueIdOrKey: created[2].key }));
seen.wrongToken = await refused(as('wrong').myself.getCurrentUser());

console.log(JSON.stringify(seen));
