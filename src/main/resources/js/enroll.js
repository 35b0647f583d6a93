/*
 * The dialog in which the lead of an issue is enrolled into a campaign or a sequence. Before it is
 * done it shows the first mail, from which account and when, as the same code would do it.
 */
(function () {
  'use strict';

  const ID = 'drumbeat-enroll-dialog';
  const WAIT = 500;
  const VARIABLE = 'vars.';
  const element = Drumbeat.element;

  let parts = null;
  let state = null;

  function having(made, attributes) {
    Object.keys(attributes).forEach(function (name) {
      made.setAttribute(name, attributes[name]);
    });
    return made;
  }

  function group(label, control, id) {
    const made = element('div', 'field-group');
    made.appendChild(having(element('label', '', label), { for: id }));
    control.id = id;
    made.appendChild(control);
    return made;
  }

  // The dialog, made once and kept outside of the panel, which is drawn anew.

  function build() {
    const dialog = having(element('section', 'aui-dialog2 aui-dialog2-large aui-layer'), {
      id: ID,
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': ID + '-title',
      'data-aui-modal': 'true',
      hidden: ''
    });
    const header = element('header', 'aui-dialog2-header');
    const title = element('h1', 'aui-dialog2-header-main');
    title.id = ID + '-title';
    header.appendChild(title);
    header.appendChild(
      having(Drumbeat.button('', cancel), {
        class: 'aui-close-button',
        'aria-label': AJS.I18n.getText('drumbeat.enroll.cancel')
      })
    );
    const content = element('div', 'aui-dialog2-content');
    const form = buildForm();
    content.appendChild(form.element);
    dialog.append(header, content, buildFooter());
    dialog.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        cancel();
      }
    });
    document.body.appendChild(dialog);
    return Object.assign(form, { dialog: dialog, title: title });
  }

  function buildForm() {
    const form = having(element('form', 'aui top-label drumbeat-enroll'), { novalidate: '' });
    const message = having(element('div', 'drumbeat-form-message'), { role: 'alert' });
    const target = having(element('input', 'text full-width-field'), {
      type: 'text',
      name: 'target',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': ID + '-choices'
    });
    const list = having(element('ul', 'drumbeat-options'), {
      id: ID + '-choices',
      role: 'listbox',
      'aria-label': AJS.I18n.getText('drumbeat.enroll.target'),
      hidden: ''
    });
    const field = having(element('select', 'select full-width-field'), { name: 'addressField' });
    const targetGroup = group(AJS.I18n.getText('drumbeat.enroll.target'), target, ID + '-target');
    targetGroup.appendChild(list);
    const leads = having(element('fieldset', 'group'), { hidden: '' });
    const variables = element('div', 'drumbeat-enroll-variables');
    const preview = having(element('div', 'drumbeat-enroll-preview'), { 'aria-live': 'polite' });
    form.append(
      message,
      targetGroup,
      group(AJS.I18n.getText('drumbeat.enroll.address-field'), field, ID + '-field'),
      leads,
      variables,
      preview
    );
    form.addEventListener('submit', submit);
    field.addEventListener('change', function () {
      state.unchecked = new Set();
      look();
    });
    return {
      element: form,
      fields: Drumbeat.formOf(form),
      field: field,
      target: target,
      choice: Drumbeat.enrollChoice(target, list, choose),
      leads: leads,
      variables: variables,
      preview: preview
    };
  }

  function buildFooter() {
    const footer = element('footer', 'aui-dialog2-footer');
    const actions = element('div', 'aui-dialog2-footer-actions');
    const done = Drumbeat.button(AJS.I18n.getText('drumbeat.enroll.do'), submit);
    done.id = ID + '-submit';
    done.classList.add('aui-button-primary');
    const stop = Drumbeat.button(AJS.I18n.getText('drumbeat.enroll.cancel'), cancel);
    stop.classList.add('aui-button-link');
    actions.append(done, stop);
    footer.appendChild(actions);
    return footer;
  }

  function cancel() {
    Drumbeat.closeDialog(ID);
  }

  // What was chosen

  function choose(choice) {
    state.choice = choice;
    state.unchecked = new Set();
    state.names = [];
    parts.variables.replaceChildren();
    parts.fields.clear();
    if (!choice) {
      forgetPreview();
      return;
    }
    useField();
    look();
  }

  /** That of the campaign's audience, else the likeliest. */
  function useField() {
    parts.field.value = (state.choice && state.choice.addressField) || state.proposed;
    if (parts.field.selectedIndex < 0) {
      parts.field.value = state.proposed;
    }
  }

  function forgetPreview() {
    state.asked++;
    state.preview = null;
    parts.leads.hidden = true;
    parts.preview.replaceChildren();
  }

  function path() {
    return state.choice.kind + 's/' + state.choice.id + '/enroll';
  }

  function variables() {
    const values = {};
    state.names.forEach(function (name) {
      const value = parts.fields.field('variables.' + name).value;
      if (value.trim() !== '') {
        values[name] = value;
      }
    });
    return values;
  }

  function body() {
    return {
      issueKey: state.issueKey,
      addressField: parts.field.value,
      variables: variables()
    };
  }

  function look() {
    if (!state.choice) {
      return Promise.resolve();
    }
    const number = ++state.asked;
    parts.preview.setAttribute('aria-busy', 'true');
    return Drumbeat.call('POST', path() + '/preview', body()).then(function (answer) {
      if (number === state.asked) {
        parts.preview.removeAttribute('aria-busy');
        show(answer);
      }
    });
  }

  function lookSoon() {
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(look, WAIT);
  }

  // What it would do

  function show(answer) {
    parts.fields.clear();
    parts.preview.replaceChildren();
    state.preview = answer.ok ? answer.body : null;
    if (!answer.ok) {
      parts.leads.hidden = true;
      parts.fields.fieldErrors(answer).forEach(function (text) {
        parts.preview.appendChild(note('error', text));
      });
      return;
    }
    showLeads();
    showVariables();
    showMail();
  }

  function note(type, text) {
    const made = element('div', 'aui-message aui-message-' + type);
    made.appendChild(element('p', '', text));
    return made;
  }

  function showLeads() {
    const all = state.preview.values;
    parts.leads.replaceChildren();
    parts.leads.hidden = all.length < 2;
    if (all.length < 2) {
      return;
    }
    const legend = element('legend');
    legend.appendChild(element('span', '', AJS.I18n.getText('drumbeat.enroll.leads')));
    parts.leads.appendChild(legend);
    all.forEach(function (lead, i) {
      parts.leads.appendChild(leadBox(lead, i));
    });
  }

  function leadBox(lead, i) {
    const row = element('div', 'checkbox');
    const id = ID + '-lead-' + i;
    const box = having(element('input', 'checkbox'), { type: 'checkbox', id: id, name: 'lead' });
    box.checked = lead.enrolled && !state.unchecked.has(lead.email);
    box.disabled = !lead.enrolled;
    box.addEventListener('change', function () {
      state.unchecked[box.checked ? 'delete' : 'add'](lead.email);
      showMail();
    });
    const label = having(element('label'), { for: id });
    label.appendChild(person(lead.name, lead.email));
    row.append(box, label);
    if (lead.detail) {
      row.appendChild(element('div', 'description', lead.detail));
    }
    return row;
  }

  function person(name, address) {
    const made = element('span');
    if (name) {
      made.append(element('bdi', '', name), document.createTextNode(' '));
    }
    made.appendChild(element('bdi', name ? 'drumbeat-detail' : '', address || ''));
    return made;
  }

  function chosen() {
    return state.preview.values.filter(function (lead) {
      return lead.enrolled && !state.unchecked.has(lead.email);
    });
  }

  /** Values that a step needs and nobody has; once asked for, a field stays. */
  function showVariables() {
    chosen().forEach(function (lead) {
      ((lead.firstMail && lead.firstMail.lacking) || []).forEach(function (name) {
        const variable = name.slice(VARIABLE.length);
        if (name.indexOf(VARIABLE) === 0 && state.names.indexOf(variable) < 0) {
          state.names.push(variable);
          parts.variables.appendChild(variableField(variable));
        }
      });
    });
  }

  function variableField(name) {
    const input = having(element('input', 'text full-width-field'), {
      type: 'text',
      name: 'variables.' + name,
      autocomplete: 'off'
    });
    input.addEventListener('input', lookSoon);
    const label = AJS.I18n.getText('drumbeat.enroll.variable', name);
    return group(label, input, ID + '-variable-' + name);
  }

  function showMail() {
    const area = parts.preview;
    const leads = chosen();
    area.replaceChildren();
    if (!leads.length) {
      const why = state.preview.values.map(function (lead) {
        return lead.detail;
      });
      const text = why.filter(Boolean).join(' ') || AJS.I18n.getText('drumbeat.enroll.nobody');
      area.appendChild(note('warning', text));
      return;
    }
    const mail = leads[0].firstMail;
    warnings(mail).forEach(function (text) {
      area.appendChild(note('warning', text));
    });
    if (mail) {
      area.append(element('h2', '', AJS.I18n.getText('drumbeat.enroll.first-mail')), facts(leads, mail));
      area.appendChild(message(mail));
    }
  }

  function warnings(mail) {
    const own = mail ? mail.warnings.concat(mail.problem ? [mail.problem] : []) : [];
    return state.preview.warnings.concat(own);
  }

  function facts(leads, mail) {
    const list = element('dl', 'drumbeat-facts');
    const to = element('dd');
    to.appendChild(person(leads[0].name, leads[0].email));
    if (leads.length > 1) {
      const more = AJS.I18n.getText('drumbeat.enroll.and-more', leads.length - 1);
      to.append(document.createTextNode(' '), element('span', '', more));
    }
    const from = element('dd');
    from.append(person(mail.fromName, mail.from), document.createTextNode(' '));
    from.appendChild(element('bdi', 'drumbeat-detail', '(' + mail.account + ')'));
    const subject = element('dd');
    subject.appendChild(element('bdi', '', mail.subject || '–'));
    fact(list, AJS.I18n.getText('drumbeat.enroll.when'), element('dd', '', mail.when));
    fact(list, AJS.I18n.getText('drumbeat.enroll.to'), to);
    fact(list, AJS.I18n.getText('drumbeat.enroll.from'), from);
    fact(list, AJS.I18n.getText('drumbeat.enroll.subject'), subject);
    return list;
  }

  function fact(list, term, definition) {
    list.append(element('dt', '', term), definition);
  }

  /** Somebody wrote it, so it stays in a frame that can do nothing. */
  function message(mail) {
    if (!mail.html) {
      return having(element('pre', 'drumbeat-mail-text', mail.text || ''), { dir: 'auto', tabindex: '0' });
    }
    const frame = having(element('iframe', 'drumbeat-mail-frame'), {
      sandbox: '',
      title: AJS.I18n.getText('drumbeat.enroll.first-mail')
    });
    frame.srcdoc = mail.html;
    return frame;
  }

  // Doing it

  function submit(event) {
    event.preventDefault();
    parts.fields.clear();
    if (!state.choice) {
      parts.fields.fieldError('target', AJS.I18n.getText('drumbeat.enroll.choose'));
      parts.fields.focusFirstError();
      return;
    }
    if (state.busy) {
      return;
    }
    busy(true);
    const draft = body();
    const known = state.preview && state.preview.values.length > 1;
    if (known) {
      draft.addresses = chosen().map(function (lead) {
        return lead.email;
      });
    }
    const key = keyOf(JSON.stringify([path(), draft]));
    Drumbeat.call('POST', path(), draft, key).then(finish);
  }

  /** The same request keeps its key when it is sent again. */
  function keyOf(request) {
    if (state.request !== request) {
      state.request = request;
      state.key = Drumbeat.newKey();
    }
    return state.key;
  }

  function busy(is) {
    state.busy = is;
    const button = Drumbeat.byId(ID + '-submit');
    button.disabled = is;
    if (!is) {
      button.focus();
    }
  }

  function finish(answer) {
    busy(false);
    const nobody = answer.ok && answer.body.enrolled === 0;
    if (!answer.ok) {
      state.request = null;
      parts.fields.showErrors(answer);
      return;
    }
    if (nobody) {
      parts.fields.message(reasons(answer.body));
      return;
    }
    const name = state.choice.name;
    const count = answer.body.enrolled || 1;
    Drumbeat.closeDialog(ID);
    Drumbeat.flag('success', AJS.I18n.getText('drumbeat.enroll.done', count, name));
    state.onDone();
  }

  function reasons(outcome) {
    const all = outcome.values.map(function (lead) {
      return lead.detail;
    });
    return all.filter(Boolean).join(' ') || AJS.I18n.getText('drumbeat.enroll.nobody');
  }

  // Opening

  function fillFields(answer) {
    if (!answer.ok) {
      parts.fields.message(Drumbeat.messages(answer).join(' '));
      return;
    }
    state.proposed = answer.body.proposed;
    parts.field.replaceChildren();
    answer.body.values.forEach(function (field) {
      const option = element('option', '', field.name);
      option.value = field.id;
      parts.field.appendChild(option);
    });
    useField();
    look();
  }

  /** Opens the dialog for an issue; onDone is called when somebody was enrolled. */
  function open(issueKey, onDone, onClosed) {
    parts = parts || build();
    state = {
      issueKey: issueKey,
      onDone: onDone,
      choice: null,
      proposed: '',
      unchecked: new Set(),
      names: [],
      preview: null,
      asked: 0,
      timer: null,
      busy: false,
      request: null,
      key: null
    };
    parts.element.reset();
    parts.fields.clear();
    parts.variables.replaceChildren();
    forgetPreview();
    parts.title.textContent = AJS.I18n.getText('drumbeat.enroll.title', issueKey);
    Drumbeat.openDialog(ID, onClosed);
    parts.target.focus();
    Drumbeat.call('GET', 'address-fields').then(fillFields);
    parts.choice.look();
  }

  Drumbeat.enroll = open;
})();
