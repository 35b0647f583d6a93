/* Where a run goes from a step: on, to a later step, to another campaign, or to its end. */
(function (Sequence) {
  'use strict';

  const GONE = 'gone';
  let campaigns = null;
  let made = 0;

  /** Asked for once, and only where somebody moves leads. */
  function askCampaigns() {
    campaigns = campaigns || Drumbeat.call('GET', 'campaigns?maxResults=200');
    return campaigns;
  }

  /**
   * One copy of the template in that element. onward is the word of REST for the way to the step
   * that follows, called so on the page; label names the way to those who do not see it.
   */
  function route(element, onward, called, label) {
    const line = document.importNode(Drumbeat.byId('drumbeat-route-template').content.firstElementChild, true);
    const select = line.querySelector('[data-route="go"]');
    const campaign = line.querySelector('[data-route="campaignId"]');
    const end = select.querySelector('[value="end"]');
    let cards = [];
    /** A step that was named before the cards were there, or that is gone. */
    let wanted = null;

    function isStep() {
      return wanted !== null || ![onward, 'end', 'campaign'].includes(select.value);
    }

    function target() {
      return cards.find(function (card, index) {
        if (wanted === null) {
          return card.key === select.value;
        }
        return card.key === wanted.key || (wanted.stepId ? card.id() === wanted.stepId : index + 1 === wanted.position);
      });
    }

    function showGo() {
      campaign.hidden = select.value !== 'campaign';
      if (!campaign.hidden) {
        askCampaigns().then(offerCampaigns);
      }
    }

    function offerCampaigns(answer) {
      const chosen = campaign.value;
      const all = answer.ok ? answer.body.values : [];
      campaign.replaceChildren(
        ...all.map(function (each) {
          return new Option(each.name, String(each.id));
        })
      );
      if (chosen || !all.length) {
        Sequence.choose(campaign, chosen);
      }
    }

    function fill(from) {
      const go = (from && from.go) || onward;
      wanted = go === 'step' ? { stepId: from.stepId, position: from.position } : null;
      if (go !== 'step') {
        Sequence.choose(select, go);
      }
      if (go === 'campaign') {
        Sequence.choose(campaign, from.campaignId);
      }
      showGo();
    }

    /** Offers the steps behind that place; one that was chosen and is elsewhere now stays, to be refused. */
    function place(all, index) {
      cards = all;
      const stepIsMeant = isStep();
      const card = stepIsMeant ? target() : null;
      const chosen = stepIsMeant ? (card ? card.key : GONE) : select.value;
      if (stepIsMeant && !card) {
        wanted = wanted || { key: select.value };
      } else {
        wanted = null;
      }
      offerSteps(index, chosen);
      select.value = chosen;
    }

    function offerSteps(index, chosen) {
      select.querySelectorAll('[data-step]').forEach(function (option) {
        option.remove();
      });
      const options = cards
        .map(function (card, at) {
          const name = AJS.I18n.getText('drumbeat.sequence.route.step', at + 1, card.title());
          return at > index || card.key === chosen ? new Option(name, card.key) : null;
        })
        .filter(Boolean);
      if (chosen === GONE) {
        options.push(new Option(AJS.I18n.getText('drumbeat.step.removed'), GONE));
      }
      options.forEach(function (option) {
        option.setAttribute('data-step', '');
        select.insertBefore(option, end);
      });
    }

    /** As REST has it, for the steps in their order now; null is the way to the step that follows. */
    function value() {
      if (!isStep()) {
        const go = select.value;
        const id = campaign.value === '' ? null : Number(campaign.value);
        return go === 'campaign' ? { go: go, campaignId: id } : go === onward ? null : { go: go };
      }
      const card = target();
      if (!card) {
        return { go: 'step', stepId: (wanted && wanted.stepId) || null };
      }
      return card.id() ? { go: 'step', stepId: card.id() } : { go: 'step', position: cards.indexOf(card) + 1 };
    }

    /** What was chosen; it stays the same wherever the step stands. */
    function chosen() {
      if (!isStep()) {
        return [select.value, campaign.value];
      }
      const card = target();
      const id = card ? card.id() : wanted && wanted.stepId;
      return id ? ['step', id] : ['step', card ? card.key : null];
    }

    select.querySelector('[data-onward]').value = onward;
    select.querySelector('[data-onward]').textContent = called;
    select.setAttribute('aria-label', label);
    select.id = 'drumbeat-route-' + ++made;
    campaign.id = select.id + '-campaign';
    select.addEventListener('change', function () {
      wanted = null;
      showGo();
    });
    element.replaceChildren(line);
    return { fill: fill, place: place, value: value, chosen: chosen, select: select };
  }

  Sequence.route = route;
})(window.DrumbeatSequence);
