/* The first mail of a plan as real leads of its audience would receive it, and a test of it. */
DrumbeatPlan.previewOf = function (root) {
  'use strict';

  var part = root.querySelector('[data-role="preview"]');
  var leads = Drumbeat.byId('drumbeat-preview-lead');
  var frame = part.querySelector('[data-role="preview-frame"]');
  var subject = part.querySelector('[data-role="preview-subject"]');
  var problem = part.querySelector('[data-role="preview-problem"]');
  var campaign = null;

  function fillLeads(forecast) {
    var before = leads.value;
    leads.replaceChildren();
    forecast.audience.examples
      .filter(function (line) {
        return line.included;
      })
      .forEach(function (line) {
        var option = Drumbeat.element('option', '', line.issueKey + ' \u00b7 ' + line.email);
        option.value = line.issueKey;
        leads.appendChild(option);
      });
    leads.value = before;
    if (leads.selectedIndex < 0) {
      leads.selectedIndex = 0;
    }
  }

  function escaped(text) {
    return AJS.escapeHtml(text).replace(/\r?\n/g, '<br>');
  }

  function show(mail) {
    var missing = mail.missing && mail.missing.length;
    subject.textContent = mail.subject || '';
    problem.textContent = missing
      ? AJS.I18n.getText('drumbeat.plan.preview.missing', mail.missing.join(', '))
      : mail.problem || '';
    frame.hidden = !mail.text && !mail.html;
    frame.srcdoc = mail.html || '<body>' + escaped(mail.text || '') + '</body>';
  }

  function draw() {
    if (!leads.value) {
      return;
    }
    Drumbeat.call('POST', 'sequences/' + campaign.sequenceId + '/preview', {
      issueKey: leads.value,
      addressField: (campaign.audience || {}).addressField,
      campaignName: campaign.name,
      mailAccountId: campaign.mailAccountIds[0]
    }).then(function (answer) {
      show(answer.ok ? answer.body : { problem: Drumbeat.messages(answer).join(' ') });
    });
  }

  /** Draws it for a campaign that was just stored. */
  function update(stored, forecast) {
    campaign = stored;
    fillLeads(forecast);
    part.hidden = leads.options.length === 0 || !stored.sequenceId || !forecast.steps.length;
    if (!part.hidden) {
      draw();
    }
  }

  leads.addEventListener('change', draw);

  return { update: update };
};
