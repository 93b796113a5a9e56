import { typedText, type Words } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { button, denseTable, figure, formatDate, type Html, html, nothing, summaryList } from '#ui'
import type { HarmFacts } from '../queries/harmOf.ts'
import { type LinkNames, targetName } from '../queries/linkNames.ts'
import type { SafetyAction } from '../queries/safetyActions.ts'
import type { Concern, Link, RiskAssessment } from '../rules/harm.ts'
import { indicators, type LinkKind, levels, linkKinds, shortLevels, sources } from '../rules/words.ts'
import { targetLink, tieFigure, tieTable } from './tieTable.ts'

export type ChildHarmView = {
  readonly personId: Uuid
  readonly name: string
  readonly facts: HarmFacts
  readonly names: LinkNames
  readonly kinds: Words
  readonly actions: readonly SafetyAction[]
  /** Whether a plan has an outcome that an action can be added to. */
  readonly hasPlan: boolean
  readonly mayWrite: boolean
  readonly today: Temporal.PlainDate
}

/** What is known of harm to one child outside the home, and what is done about it. */
export function childHarmPage(view: ChildHarmView): Html {
  const { personId, mayWrite } = view
  return html`<h1 class="govuk-heading-l">Harm outside the home</h1>
${concernPart(view)}
${riskPart(view)}
${tiePart(view)}
${actionPart(view)}
${mayWrite ? nothing : html`<p class="govuk-body-s govuk-hint">You only read this record.</p>`}
<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${personId}/missing">Times when the child was missing</a></p>`
}

const kindsOf = (kinds: Words, codes: readonly string[]): string =>
  codes.map(code => kinds[code] ?? code).join(', ')

const offer = (href: string, text: string): Html => button({ text, href, classes: 'govuk-button--secondary' })

function concernPart({ personId, facts, kinds, mayWrite }: ChildHarmView): Html {
  const row = (one: Concern) => [
    { text: kinds[one.kind] ?? one.kind },
    { text: formatDate(one.notedOn) },
    { text: sources[one.source] },
    { text: one.words },
    {
      html:
        one.endedOn !== null
          ? html`Ended ${formatDate(one.endedOn)}: ${one.endReason ?? ''}`
          : mayWrite
            ? html`<a class="govuk-link" href="/people/${personId}/harm/concerns/${one.id}/end">End<span class="govuk-visually-hidden">: ${kinds[one.kind] ?? one.kind}</span></a>`
            : html`Stands`,
    },
  ]
  const concerns = facts.concerns.toSorted(
    (one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null),
  )
  return html`${concerns.length === 0 ? html`<p class="govuk-body">No concern is on record.</p>` : denseTable({ caption: 'Concerns', captionClasses: 'govuk-table__caption--m', head: ['Kind', 'Known since', 'Source', 'What', 'Stands'].map(text => ({ text })), rows: concerns.map(row) })}
${mayWrite ? html`<div class="kith-no-print">${offer(`/people/${personId}/harm/concerns/new`, 'Record a concern')}</div>` : nothing}`
}

function riskPart({ personId, facts, kinds, mayWrite, today }: ChildHarmView): Html {
  const [latest, ...earlier] = facts.assessments.toReversed()
  return html`<h2 class="govuk-heading-m">Risk</h2>
${latest === undefined ? html`<p class="govuk-body">The risk is not assessed yet.</p>` : riskRows(latest, kinds, today)}
${earlier.length === 0 ? nothing : html`<ul class="govuk-list govuk-list--bullet">${earlier.map(one => html`<li>${formatDate(one.assessedOn)}: ${shortLevels[one.level].toLowerCase()}, ${kindsOf(kinds, one.kinds).toLowerCase()}. ${one.reasons}</li>`)}</ul>`}
${mayWrite ? html`<div class="kith-no-print">${offer(`/people/${personId}/harm/assessments/new`, latest === undefined ? 'Assess the risk' : 'Assess the risk again')}</div>` : nothing}`
}

function riskRows(one: RiskAssessment, kinds: Words, today: Temporal.PlainDate): Html {
  const isLate = one.nextReviewOn !== null && Temporal.PlainDate.compare(one.nextReviewOn, today) < 0
  const signs: Words = indicators
  const rows: readonly (readonly [string, string])[] = [
    ['Level', levels[one.level]],
    ['About', kindsOf(kinds, one.kinds)],
    [
      'Signs',
      one.indicators.length === 0 ? 'None' : one.indicators.map(code => signs[code] ?? code).join('\n'),
    ],
    ['Why', one.reasons],
    ['What the child says', one.childWords ?? 'Not recorded'],
    ['Assessed', `${formatDate(one.assessedOn)}${one.author === null ? '' : ` by ${one.author}`}`],
    [
      'Look again by',
      one.nextReviewOn === null ? 'No date' : `${formatDate(one.nextReviewOn)}${isLate ? ': overdue' : ''}`,
    ],
  ]
  return summaryList({
    rows: rows.map(([key, text]) => ({
      key: { text: key },
      value: { html: typedText(text) },
    })),
  })
}

function tiePart({ personId, name, facts, names, mayWrite }: ChildHarmView): Html {
  const present = facts.links.filter(({ endedOn }) => endedOn === null)
  const change = (link: Link) =>
    mayWrite
      ? { change: { href: `/people/${personId}/harm/ties/${link.id}`, of: targetName(link, names) } }
      : {}
  const add = (kind: LinkKind) =>
    html`<li><a class="govuk-link" href="/people/${personId}/harm/ties/new/${kind}">${linkKinds[kind]}</a></li>`
  return html`<h2 class="govuk-heading-m">Networks, places and people</h2>
${
  present.length === 0
    ? nothing
    : figure(
        tieFigure(
          'What the child is tied to',
          name,
          present.map(link => ({ label: targetName(link, names), link })),
        ),
      )
}
${
  facts.links.length === 0
    ? html`<p class="govuk-body">Nothing is on record.</p>`
    : tieTable(
        'Ties',
        facts.links
          .toSorted((one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null))
          .map(link => ({ label: targetLink(link, names), link, ...change(link) })),
      )
}
${mayWrite ? html`<div class="kith-no-print"><p class="govuk-body govuk-!-margin-bottom-1">Tie the child to:</p><ul class="govuk-list govuk-list--bullet">${(Object.keys(linkKinds) as LinkKind[]).map(add)}</ul></div>` : nothing}`
}

function actionPart({ personId, actions, hasPlan, mayWrite, facts, names }: ChildHarmView): Html {
  const answered = (id: Uuid | null) => {
    const link = facts.links.find(one => one.id === id)
    return link === undefined ? '' : targetName(link, names)
  }
  const table = denseTable({
    caption: 'What is done',
    captionClasses: 'govuk-visually-hidden',
    head: ['Action of the plan', 'By', 'Done', 'Answers'].map(text => ({ text })),
    rows: actions.map(one => [
      { text: one.what },
      { text: formatDate(one.dueOn) },
      { text: one.doneOn === null ? 'Not yet' : formatDate(one.doneOn) },
      { text: answered(one.linkId) },
    ]),
  })
  return html`<h2 class="govuk-heading-m">Safety actions</h2>
${actions.length === 0 ? html`<p class="govuk-body">None is on record.</p>` : table}
${mayWrite && hasPlan ? html`<div class="kith-no-print">${offer(`/people/${personId}/harm/actions/new`, 'Add a safety action to the plan')}</div>` : nothing}
${mayWrite && !hasPlan ? html`<p class="govuk-body">A safety action stands in a plan: the child has none with an outcome to work on.</p>` : nothing}`
}
