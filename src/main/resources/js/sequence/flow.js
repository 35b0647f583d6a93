/* Which way a run goes at a step: whether the step happens at all, and where it leads. */
(function (Sequence) {
  'use strict';

  Sequence.part(function (card) {
    const box = card.element.querySelector('.drumbeat-step-flow');
    const list = box.querySelector('.drumbeat-branches');
    const own = Sequence.condition(
      box.querySelector('[data-flow="condition"]'),
      AJS.I18n.getText('drumbeat.sequence.flow.condition'),
      true
    );
    const otherwise = way('otherwise', AJS.I18n.getText('drumbeat.sequence.flow.otherwise'));
    const next = Sequence.route(
      box.querySelector('[data-flow="next"]'),
      'next',
      AJS.I18n.getText('drumbeat.sequence.route.next'),
      AJS.I18n.getText('drumbeat.sequence.flow.next')
    );
    let branches = [];

    /** A way past the step. */
    function way(name, label, within) {
      const element = (within || box).querySelector('[data-flow="' + name + '"]');
      return Sequence.route(element, 'skip', AJS.I18n.getText('drumbeat.sequence.route.skip'), label);
    }

    function routes() {
      return [otherwise, next].concat(
        branches.map(function (each) {
          return each.route;
        })
      );
    }

    function fill(step) {
      own.fill(step.condition);
      otherwise.fill(step.otherwise);
      next.fill(step.next);
      branches = (step.branches || []).map(branch);
      drawBranches();
      box.open = isUsed();
    }

    function isUsed() {
      return own.value() !== null || branches.length > 0 || next.value() !== null;
    }

    function branch(from, index) {
      const line = document.importNode(Drumbeat.byId('drumbeat-branch-template').content.firstElementChild, true);
      const label = AJS.I18n.getText('drumbeat.sequence.flow.branch', index + 1);
      const made = {
        line: line,
        condition: Sequence.condition(line.querySelector('[data-flow="condition"]'), label, false),
        route: way('go', label, line)
      };
      line.querySelector('[data-action="remove-branch"]').setAttribute(
        'aria-label',
        AJS.I18n.getText('drumbeat.sequence.flow.branch.remove', index + 1)
      );
      made.condition.fill(from.condition);
      made.route.fill(from);
      return made;
    }

    function drawBranches() {
      list.replaceChildren(
        ...branches.map(function (each) {
          return each.line;
        })
      );
      box.querySelector('[data-flow-of="otherwise"]').hidden = own.value() === null;
    }

    function valueOf(each) {
      return Object.assign({ condition: each.condition.value() }, each.route.value() || { go: 'skip' });
    }

    function write(step) {
      step.condition = own.value();
      step.otherwise = step.condition === null ? null : otherwise.value();
      step.branches = branches.map(valueOf);
      step.next = next.value();
    }

    /** What was chosen; where a step stands changes no way to it. */
    function state() {
      return [
        own.value(),
        branches.map(function (each) {
          return each.condition.value();
        }),
        routes().map(function (route) {
          return route.chosen();
        })
      ];
    }

    function place(index) {
      routes().forEach(function (route) {
        route.place(card.all(), index);
      });
    }

    function add() {
      const made = branch({ condition: { type: 'replied' }, go: 'end' }, branches.length);
      branches.push(made);
      changed();
      made.condition.field('type').focus();
    }

    function remove(line) {
      branches = branches.filter(function (each) {
        return each.line !== line;
      });
      changed();
      box.querySelector('[data-action="add-branch"]').focus();
    }

    function changed() {
      drawBranches();
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }

    function input(name) {
      const found = /^(condition|otherwise|next|branches\[(\d+)])(?:\.(condition)\.)?\.?(.*)$/.exec(name);
      if (!found) {
        return undefined;
      }
      box.open = true;
      const at = found[2] === undefined ? null : branches[Number(found[2])];
      if (found[1] === 'condition' || found[3]) {
        const asked = at ? at.condition : own;
        return asked.field(found[4]) || asked.field('type');
      }
      const route = at ? at.route : found[1] === 'next' ? next : otherwise;
      return route.select;
    }

    function start() {
      box.addEventListener('change', function () {
        drawBranches();
      });
      Drumbeat.onAction(box, function (action, control) {
        if (action === 'add-branch') {
          add();
        } else if (action === 'remove-branch') {
          remove(control.closest('li'));
        }
      });
    }

    return { names: [], fill: fill, write: write, state: state, place: place, input: input, start: start };
  });
})(window.DrumbeatSequence);
