import {
  clockLink,
  isOverdue,
  type PlanAction,
  type PlanOutcome,
  planBand,
  type RecordFrame,
  type StoredClock,
  statusWords,
  whyLine,
} from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { button, formatDate, type Html, html, nothing, summaryList, tag, warningText } from '#ui'
import type { ListedPlan } from '../../list/index.ts'
import type { Category, CoreGroup, Member, ProtectionPlanRow } from '../queries/readPlan.ts'
import { type Drift, driftWords } from '../rules/drift.ts'
import { endWords } from '../rules/ending.ts'

export type PlanPage = {
  readonly frame: RecordFrame
  readonly personId: Uuid
  readonly plan: ProtectionPlanRow
  readonly plans: readonly ProtectionPlanRow[]
  readonly listed: ListedPlan | null
  readonly outcomes: readonly PlanOutcome[]
  readonly categories: readonly Category[]
  readonly members: readonly Member[]
  readonly coreGroups: readonly CoreGroup[]
  readonly clocks: readonly StoredClock[]
  readonly drift: readonly Drift[]
  readonly mayWrite: boolean
  readonly today: Temporal.PlainDate
  readonly keys: FormKeys
}

/** A child protection plan: where it stands, what should change, who does what by when, and who meets. */
export function planPage(view: PlanPage): Html {
  const { frame, outcomes, clocks, drift, today, mayWrite, personId } = view
  const base = `/people/${personId}/protection-plan`
  return html`<h1 class="govuk-heading-l">Child protection plan</h1>
${whyLine(frame.sights)}
${drift.map(sign => warningText({ text: driftWords[sign], iconFallbackText: 'Drift' }))}
${clocks.length > 0 ? html`<ul class="govuk-list">${clocks.map(clock => html`<li>${clockLink(clock, today)}</li>`)}</ul>` : nothing}
${mayWrite ? doLinks(base, personId) : nothing}
${about(view, base)}
${
  frame.readsRecord
    ? html`${planBand(
        outcomes.flatMap(({ actions }) => actions),
        today,
      )}
<h2 class="govuk-heading-m">What should change</h2>
${outcomes.length === 0 ? html`<p class="govuk-body">No outcome is written yet.</p>` : outcomes.map((outcome, place) => outcomePart(view, outcome, place, base))}
${mayWrite ? html`<p class="kith-no-print">${button({ text: 'Add an outcome', href: `${base}/outcomes/new`, classes: 'govuk-button--secondary' })}</p>` : nothing}
${membersPart(view, base)}`
    : nothing
}
${coreGroupsPart(view)}`
}

const doLinks = (base: string, personId: Uuid): Html =>
  html`<p class="kith-no-print govuk-!-margin-bottom-2">${button({ text: 'Record a core group', href: `${base}/core-group`, classes: 'govuk-!-margin-bottom-2' })}</p>
<p class="govuk-body kith-no-print"><a class="govuk-link" href="${base}/plain">The plan in plain words</a> ·
<a class="govuk-link" href="/people/${personId}/visits/new">Record a visit</a> ·
<a class="govuk-link" href="/people/${personId}/meetings/new?kind=review">Plan a review conference</a> ·
<a class="govuk-link" href="/people/${personId}/disagreements/new">Raise a disagreement</a> ·
<a class="govuk-link" href="${base}/end">End without a conference</a></p>`

function about({ plan, plans, listed, categories, mayWrite, today }: PlanPage, base: string): Html {
  const here = plans.filter(
    ({ startedOn }) => Temporal.PlainDate.compare(startedOn, plan.startedOn) < 0,
  ).length
  const row = (text: string, value: string | Html, href?: string) => ({
    key: { text },
    value: typeof value === 'string' ? { text: value } : { html: value },
    ...(mayWrite && href
      ? { actions: { items: [{ href, text: 'Change', visuallyHiddenText: text.toLowerCase() }] } }
      : {}),
  })
  const day = (on: Temporal.PlainDate | null | undefined, none: string): string =>
    on ? formatDate(on) : none
  const named = plan.latestCategory ?? plan.initialCategory
  return summaryList({
    rows: [
      row('Category', named ? codeWords('abuseCategory', named) : 'Not recorded', `${base}/category`),
      ...(categories.length > 1 ? [row('Categories', categoryList(categories))] : []),
      row('Since', formatDate(plan.startedOn)),
      ...(plan.endedOn
        ? [
            row(
              'Ended',
              `${formatDate(plan.endedOn)}. ${plan.endEvent ? endWords[plan.endEvent] : ''} ${plan.endEvidence ?? ''}`,
            ),
          ]
        : []),
      ...(plan.aim ? [row('Aim', plan.aim)] : []),
      row('Chair', listed?.chairName ?? 'Not recorded'),
      row('Last conference', day(listed?.lastConferenceOn, 'None on record')),
      row(
        'Next conference',
        listed?.nextConferenceOn
          ? `${listed.conferenceIsPlanned ? 'Planned for' : 'Due by'} ${formatDate(listed.nextConferenceOn)}`
          : plan.endedOn
            ? 'None: the plan has ended'
            : 'Not known',
      ),
      row(
        'Child last seen',
        day(
          listed?.lastSeenOn,
          plan.endedOn && Temporal.PlainDate.compare(plan.endedOn, today) <= 0
            ? 'See visits and notes'
            : 'Not seen',
        ),
      ),
      row('Earlier plans', earlierWords(plan, here), `${base}/earlier`),
    ],
  })
}

const categoryList = (categories: readonly Category[]): Html =>
  html`<ol class="govuk-list">${categories.map(
    one =>
      html`<li>${codeWords('abuseCategory', one.category)} from ${formatDate(one.sinceOn)}${one.atConference ? ', by a conference' : one.decidedBy ? `, ${one.decidedBy}` : ''}: ${one.reasons}</li>`,
  )}</ol>`

function earlierWords(
  { previousPlans, previousElsewhere, previousToldBy }: ProtectionPlanRow,
  here: number,
): string {
  const elsewhere = previousElsewhere ? `, and ${previousElsewhere} that ${previousToldBy} told of` : ''
  const told =
    previousPlans !== null && previousPlans > here + (previousElsewhere ?? 0)
      ? `. A return counted ${previousPlans}`
      : ''
  return `${here} in this record${elsewhere}${told}`
}

function outcomePart({ mayWrite, today }: PlanPage, outcome: PlanOutcome, place: number, base: string): Html {
  const isOpen = outcome.status === 'open'
  const line = (words: string, said: string | null) =>
    said
      ? html`<p class="govuk-body"><strong>${words}:</strong> <span class="kith-typed">${said}</span></p>`
      : nothing
  const links = html`<p class="govuk-body kith-no-print">${isOpen ? html`<a class="govuk-link" href="${base}/outcomes/${outcome.id}/actions/new">Add an action<span class="govuk-visually-hidden"> for: ${outcome.outcome}</span></a> · ` : nothing}<a class="govuk-link" href="${base}/outcomes/${outcome.id}">Change or close<span class="govuk-visually-hidden">: ${outcome.outcome}</span></a></p>`
  return html`<section class="govuk-!-margin-bottom-6" aria-labelledby="outcome-${place}">
<h3 class="govuk-heading-s" id="outcome-${place}">${outcome.outcome}</h3>
<p class="govuk-body">${tag({ text: statusWords[outcome.status], classes: isOpen ? 'govuk-tag--blue' : 'govuk-tag--grey' })}</p>
${line('How things are now', outcome.baseline)}${line('What will change', outcome.whatWillChange)}${line('Why', outcome.statusReason)}
${outcome.actions.length === 0 ? html`<p class="govuk-body">Nobody does anything for this yet.</p>` : html`<ul class="govuk-list govuk-list--bullet">${outcome.actions.map(action => actionLine(action, mayWrite, today, base))}</ul>`}
${mayWrite ? links : nothing}</section>`
}

const actionLine = (action: PlanAction, mayWrite: boolean, today: Temporal.PlainDate, base: string): Html =>
  html`<li>${action.what}: ${action.ownerName}, by ${formatDate(action.dueOn)}. ${action.doneOn ? `Done ${formatDate(action.doneOn)}${action.result ? `: ${action.result}` : ''}` : (action.result ?? '')}
${isOverdue(action, today) ? tag({ text: 'Overdue', classes: 'govuk-tag--red' }) : nothing}
${mayWrite ? html`<a class="govuk-link kith-no-print" href="${base}/actions/${action.id}">${action.doneOn ? 'Change' : 'Mark done or change'}<span class="govuk-visually-hidden">: ${action.what}</span></a>` : nothing}</li>`

function membersPart({ members, mayWrite, keys }: PlanPage, base: string): Html {
  const leave = ({ id, name, version }: Member): Html =>
    html`<form class="kith-no-print" method="post" action="${base}/members/${id}/end">${formFields(keys)}<input type="hidden" name="version" value="${version}">
${button({ text: html`Left<span class="govuk-visually-hidden">: ${name}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-2', preventDoubleClick: true })}</form>`
  return html`<h2 class="govuk-heading-m">Core group</h2>
${
  members.length === 0
    ? html`<p class="govuk-body">Nobody is in it yet.</p>`
    : html`<ul class="govuk-list">${members.map(
        one =>
          html`<li>${one.name}${one.part ? `, ${one.part}` : ''}, since ${formatDate(one.sinceOn)}${one.untilOn ? ` until ${formatDate(one.untilOn)}` : ''}${mayWrite && one.untilOn === null ? leave(one) : nothing}</li>`,
      )}</ul>`
}
${mayWrite ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${base}/members/new">Add somebody to the core group</a></p>` : nothing}`
}

function coreGroupsPart({ coreGroups, members }: PlanPage): Html {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const words = ({ heldOn, record }: CoreGroup): Html =>
    record === null
      ? html`<li>${formatDate(heldOn)}</li>`
      : html`<li><strong>${formatDate(heldOn)}</strong>: <span class="kith-typed">${record.whatChanged}</span><br>
${record.childWords ? html`The child says: <span class="kith-typed">${record.childWords}</span>` : `No words of the child: ${record.noChildWordsBecause}`}.
${record.planChanged ? 'The plan was changed.' : 'The plan was not changed.'}
${record.came.length > 0 ? `There: ${record.came.map(id => names.get(id) ?? 'somebody').join(', ')}.` : ''}
${record.nextOn ? `Next: ${formatDate(record.nextOn)}.` : ''}</li>`
  return html`<h2 class="govuk-heading-m">Core groups held</h2>
${coreGroups.length === 0 ? html`<p class="govuk-body">None is on record.</p>` : html`<ul class="govuk-list govuk-list--spaced">${coreGroups.map(words)}</ul>`}`
}
