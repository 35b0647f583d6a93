// A session of jira-client with the Jira at JIRA_URL, as a program of its users' would hold it.
// Prints what it saw as JSON; the test StockClientsIT judges.
import JiraApi from 'jira-client';

const { protocol, hostname, port, pathname } = new URL(process.env.JIRA_URL);
const address = { protocol: protocol.slice(0, -1), host: hostname, port, base: pathname, apiVersion: '2' };
const jira = new JiraApi({ ...address, bearer: process.env.JIRA_TOKEN });
// The client throws the body of a refusal as the text of an error.
const refused = (call) => call.then(() => null, (e) => JSON.parse(e.message));
const seen = {};

seen.myself = await jira.getCurrentUser();
seen.server = await jira.getServerInfo();
seen.projects = (await jira.listProjects()).map((project) => project.key);
seen.project = await jira.getProject('SALES');
const types = await jira.genericGet('issue/createmeta/SALES/issuetypes');
const task = types.values.find((type) => type.name === 'Task');
seen.types = types.values.map((type) => type.name);
const meta = await jira.genericGet(`issue/createmeta/SALES/issuetypes/${task.id}`);
seen.required = meta.values.filter((field) => field.required).map((field) => field.fieldId);
seen.statuses = (await jira.listStatus()).map((status) => status.name);
seen.priorities = (await jira.listPriorities()).map((priority) => priority.name);

const email = (await jira.listFields()).find((field) => field.name === 'Lead email');
seen.email = email;
const lead = (n) => ({
  fields: {
    project: { key: 'SALES' },
    issuetype: { id: task.id },
    summary: `Lead ${n} of jira-client`,
    labels: ['jira-client'],
    duedate: '2027-05-01',
    [email.id]: `lead${n}@jira-client.test`,
  },
});
const created = [];
for (let n = 1; n <= 5; n += 1) created.push(await jira.addNewIssue(lead(n)));
seen.created = created;
const { summary, ...unnamed } = lead(6).fields;
seen.wrong = await refused(jira.addNewIssue({ fields: { ...unnamed, duedate: 'soon', customfield_99: 1 } }));

const first = created[0].key;
await jira.updateIssue(first, { fields: { summary: 'A better name' }, update: { labels: [{ add: 'hot' }] } });
await jira.updateAssignee(first, 'sam');
seen.issue = await jira.findIssue(first, 'names,schema');
seen.some = await jira.findIssue(first, '', 'summary,labels');
seen.byId = (await jira.findIssue(created[0].id)).key;
seen.invisible = await refused(jira.findIssue('SECRET-1'));

const ours = 'labels = jira-client ORDER BY key';
seen.pages = [];
for (let startAt = 0, total = 1; startAt < total; startAt += 2) {
  const page = await jira.searchJira(ours, { startAt, maxResults: 2, fields: ['summary'] });
  total = page.total;
  seen.pages.push(page);
}
seen.wrongJql = await refused(jira.searchJira('project = '));

const filter = (await jira.genericGet('filter/favourite')).find((f) => f.name === 'All leads');
seen.filter = await jira.genericGet(`filter/${filter.id}`);
const byFilter = await jira.searchJira(`filter = ${filter.id} AND labels = jira-client`);
seen.byFilter = byFilter.total;

for (const words of ['One', 'Two', 'Three']) seen.added = await jira.addComment(first, words);
seen.empty = await refused(jira.addComment(first, ' '));
seen.comments = await jira.getComments(first);
seen.comment = await jira.getComment(first, seen.added.id);
seen.laterComments = await jira.genericGet(`issue/${first}/comment?startAt=1&maxResults=1`);

const answered = await jira.searchJira(`"Lead email" ~ "${process.env.ANSWERED_BY}"`, {
  fields: ['summary', 'comment'],
});
seen.answered = answered.issues.map((issue) => issue.fields.comment.comments.map((c) => c.body)).flat();

const { transitions } = await jira.listTransitions(first);
await jira.transitionIssue(first, { transition: { id: transitions.find((t) => t.to.name === 'Done').id } });
seen.status = (await jira.findIssue(first)).fields.status;
await jira.deleteIssue(created[4].key);
seen.deleted = await refused(jira.findIssue(created[4].key));

seen.withoutToken = await refused(new JiraApi(address).getCurrentUser());
seen.wrongToken = await refused(new JiraApi({ ...address, bearer: 'wrong' }).getCurrentUser());
seen.password = await refused(new JiraApi({ ...address, username: 'sam', password: 'sam' }).getCurrentUser());

console.log(JSON.stringify(seen));
