import { button, type Html, html, nothing, taskList } from '#ui'
import { checkedOf } from '../../queries/checkedOf.ts'
import { seeingOf } from '../../queries/jointVisits.ts'
import type { WholeAssessment } from '../../queries/readWhole.ts'
import { jointParts } from '../../rules/assessmentParts.ts'
import { outcomeText } from '../../rules/outcomes.ts'
import { heldCheckpoints } from '../checkpoints/page.ts'
import { workspaceHead } from './head.ts'

type Standing = 'none' | 'some' | 'all'
type Line = {
  readonly title: string
  readonly href: string
  readonly standing: Standing
  readonly hint?: string | null
}

/** The parts of an assessment that is being written, and how far each has come. */
export function workspacePage(whole: WholeAssessment, today: Temporal.PlainDate, isOffered: boolean): Html {
  const { joint } = whole
  const path = `/assessments/${joint.id}`
  const [purpose, family, analysis] = jointParts.map(part => partLine(whole, part, path))
  const lines = [
    ...(purpose ? [purpose] : []),
    seenLine(whole, path),
    ...(family ? [family] : []),
    ...joint.children.map(child => childLine(child, path)),
    ...whole.adults.map(adult => adultLine(adult, path)),
    needsLine(whole, path),
    factorsLine(whole, path),
    ...(analysis ? [analysis] : []),
    outcomesLine(whole, path),
  ]
  return html`${workspaceHead(whole, today)}
${isOffered ? html`<p class="govuk-body"><a class="govuk-link" href="${path}/take-in">Take in what the team has written</a></p>` : nothing}
${taskList({ items: lines.map(asTask) })}
${button({ text: joint.status === 'submitted' ? 'See what is missing' : 'Check and hand in', href: `${path}/check` })}
<h2 class="govuk-heading-m">Managers’ checkpoints</h2>
${heldCheckpoints(whole.checkpoints)}
<p class="govuk-body"><a class="govuk-link" href="${path}/checkpoints">Record a checkpoint</a> (managers)</p>
${workspaceLinks(path, checkedOf(whole, today).shared)}`
}

/** What else there is to do with an assessment. */
export function workspaceLinks(path: string, isShared: boolean): Html {
  return html`<p class="govuk-body kith-no-print">
  <a class="govuk-link" href="${path}/children">Add or take out a child</a> ·
  <a class="govuk-link" href="${path}/copies">Copies for the family</a>${isShared ? '' : ' (none given yet)'} ·
  <a class="govuk-link" href="${path}/versions">Compare versions</a> ·
  <a class="govuk-link" href="${path}/print">Print for the file (PDF)</a> ·
  <a class="govuk-link" href="${path}/stop">Stop this assessment</a>
</p>`
}

const words: Readonly<Record<Standing, string>> = { none: 'Not started', some: 'Begun', all: 'Done' }

const asTask = ({ title, href, standing, hint }: Line) => ({
  title: { text: title },
  href,
  ...(hint ? { hint: { text: hint } } : {}),
  status:
    standing === 'all'
      ? { text: words.all }
      : {
          tag: {
            text: words[standing],
            classes: standing === 'some' ? 'govuk-tag--light-blue' : 'govuk-tag--blue',
          },
        },
})

const standingOf = (filled: readonly boolean[]): Standing =>
  filled.every(Boolean) ? 'all' : filled.some(Boolean) ? 'some' : 'none'

const partLine = ({ joint }: WholeAssessment, part: (typeof jointParts)[number], path: string): Line => ({
  title: part.title,
  href: `${path}/parts/${part.slug}`,
  standing: standingOf(part.fields.map(({ name }) => joint.texts[name] !== null)),
})

function seenLine({ joint, visits }: WholeAssessment, path: string): Line {
  const seen = joint.children.map(
    ({ person, personId }) => person.isUnborn || seeingOf(visits, personId).seenOn !== null,
  )
  return {
    title: 'Who was seen and how',
    href: `${path}/seen`,
    standing: standingOf(seen),
    hint: 'From the visits',
  }
}

function childLine(child: WholeAssessment['joint']['children'][number], path: string): Line {
  const { texts, person } = child
  const isHeard = texts.child_view !== null || texts.no_child_view_reason !== null
  return {
    title: `${person.displayName}: what we found`,
    href: `${path}/children/${child.personId}`,
    standing: standingOf([
      texts.health_and_development !== null,
      texts.strengths !== null,
      texts.worries !== null,
      texts.what_needs_to_happen !== null,
      isHeard,
    ]),
    hint: isHeard ? null : 'Needed: what the child says, or why there is nothing',
  }
}

const adultLine = (
  { person, relation, view, mustBeHeard }: WholeAssessment['adults'][number],
  path: string,
): Line => ({
  title: `${person.displayName}: what they say`,
  href: `${path}/views/${person.id}`,
  standing: view === null ? 'none' : 'all',
  hint: [relation, ...(view === null && mustBeHeard ? ['needed: their views, or why not'] : [])]
    .filter(Boolean)
    .join('; '),
})

function needsLine({ joint, needs }: WholeAssessment, path: string): Line {
  const has = joint.children.map(({ personId }) => needs.some(need => need.personId === personId))
  return { title: 'Needs of children and parents', href: `${path}/needs`, standing: standingOf(has) }
}

function factorsLine({ joint, factors }: WholeAssessment, path: string): Line {
  const has = joint.children.map(({ assessmentId }) => (factors.get(assessmentId)?.length ?? 0) > 0)
  return {
    title: 'Factors found',
    href: `${path}/factors`,
    standing: standingOf(has),
    hint: 'Needed for the census',
  }
}

function outcomesLine({ joint }: WholeAssessment, path: string): Line {
  const said = [...new Set(joint.children.flatMap(({ outcome }) => outcomeText(outcome) ?? []))]
  return {
    title: 'Outcome for each child',
    href: `${path}/outcomes`,
    standing: standingOf(joint.children.map(({ outcome }) => outcome !== null)),
    hint: said.join('; '),
  }
}
