import { checkboxes, formatDate, type Html, html, insetText, nothing } from '#ui'
import type { Seeing } from '../../queries/jointVisits.ts'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { findingFields } from '../../rules/assessmentParts.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'
import { textFields } from '../frame/textFields.ts'

/** What the form of one child's findings shows. */
export type FindingView = {
  readonly joint: Joint
  readonly child: JointChild
  readonly state: FormState
  readonly words: readonly string[]
  readonly seeing: Seeing
}

/** The fields of one child's findings. */
export function findingPage(view: FindingView): Html {
  const { child, state } = view
  return html`<p class="govuk-body-l">${child.person.displayName}, ${child.person.age}</p>
${insetText({ text: seenWords(view) })}
${textFields(findingFields.slice(0, 4), state)}
${saidWords(view)}
${textFields(findingFields.slice(4), state)}
${copyTicks(view)}`
}

function seenWords({ child, seeing }: FindingView): string {
  if (child.person.isUnborn) return 'Not born yet: the parents are seen.'
  if (seeing.seenOn === null) return 'No visit since the referral at which this child was seen is recorded.'
  const alone = seeing.aloneOn
    ? `, alone on ${formatDate(seeing.aloneOn)}`
    : `, not alone${seeing.whyNotAlone ? `: ${seeing.whyNotAlone}` : ''}`
  return `Last seen on ${formatDate(seeing.seenOn)}${alone}.`
}

function saidWords({ words, state }: FindingView): Html {
  const written = textOf(state.values, 'child_view')
  const offered = words.filter(one => !written.includes(one))
  if (offered.length === 0) return nothing
  return checkboxes({
    name: 'words',
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: { text: 'From the visits: tick what the child said', classes: 'govuk-fieldset__legend--s' },
    },
    items: offered.map(text => ({ value: text, text })),
    values: [...textsOf(state.values, 'words')],
  })
}

function copyTicks({ joint, child, state }: FindingView): Html {
  const others = joint.children.filter(({ personId }) => personId !== child.personId)
  if (others.length === 0) return nothing
  return checkboxes({
    name: 'copy',
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: { text: 'Copy to brothers and sisters, to edit there', classes: 'govuk-fieldset__legend--s' },
    },
    hint: {
      text: 'Fills only what is still empty for them: health, strengths, worries and what needs to happen. Never what a child said',
    },
    items: others.map(({ personId, person }) => ({ value: personId, text: person.displayName })),
    values: [...textsOf(state.values, 'copy')],
  })
}
