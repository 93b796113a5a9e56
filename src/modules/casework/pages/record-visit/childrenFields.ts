import { checkboxes, type Html, html, input, nothing, plural, textarea } from '#ui'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { folded } from './folded.ts'
import type { VisitFormView } from './visitFormView.ts'
import { childFields, textOf, textsOf } from './visitValues.ts'

/** Who it is about: one tick for all, then each child of the family with what is said of that child. */
export function childrenFields(view: VisitFormView): Html {
  const writable = view.children.filter(child => child.mayWrite)
  const others = view.children.length - writable.length
  return html`<h2 class="govuk-heading-m">Who is it about?</h2>
${writable.length > 1 ? allTick(view, writable) : nothing}
${writable.map(child => childSection(view, child))}
${
  others > 0
    ? html`<p class="govuk-body">You may not write in the record of ${plural(others, 'other child', 'other children')} of this family.</p>`
    : nothing
}`
}

function allTick({ values }: VisitFormView, children: readonly FamilyChild[]): Html {
  const born = children.filter(child => !child.isUnborn).length
  return checkboxes({
    name: 'all',
    items: [
      {
        value: 'seen_alone',
        text: `All ${born} children were seen, each seen alone`,
        hint: { text: children.map(child => child.displayName).join(', ') },
      },
    ],
    values: [textOf(values, 'all')],
  })
}

function childSection({ values, errors }: VisitFormView, child: FamilyChild): Html {
  const fields = childFields(child.id)
  return html`${checkboxes({
    name: fields.ticks,
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: { text: `${child.displayName}, ${child.age}`, classes: 'govuk-fieldset__legend--s' },
    },
    items: [
      { value: 'about', text: 'It is about this child' },
      ...(child.isUnborn
        ? []
        : [
            { value: 'seen', text: 'Seen' },
            { value: 'alone', text: 'Seen alone' },
            { value: 'bedroom', text: 'Bedroom seen' },
          ]),
    ],
    values: textsOf(values, fields.ticks),
    errorMessage: errors.of(fields.ticks),
  })}
${moreOf(child, { values, errors })}`
}

/** What there may be to say of one child: folded until something is written. */
function moreOf(child: FamilyChild, view: Pick<VisitFormView, 'values' | 'errors'>): Html {
  const { why, words, observations } = childFields(child.id)
  const fields = child.isUnborn ? { [observations]: '' } : { [why]: '', [words]: '', [observations]: '' }
  return folded(view, {
    words: child.isUnborn
      ? `Observations of ${child.displayName}`
      : `Own words, observations, or why ${child.displayName} was not seen alone`,
    fields,
    html: html`${child.isUnborn ? nothing : spoken(child, view)}
${textarea({
  name: observations,
  rows: 2,
  label: { text: `Observations of ${child.displayName}` },
  value: textOf(view.values, observations),
  errorMessage: view.errors.of(observations),
})}`,
  })
}

function spoken(child: FamilyChild, { values, errors }: Pick<VisitFormView, 'values' | 'errors'>): Html {
  const fields = childFields(child.id)
  return html`${input({
    name: fields.why,
    label: { text: `If ${child.displayName} was not seen alone, why not` },
    value: textOf(values, fields.why),
    errorMessage: errors.of(fields.why),
  })}
${textarea({
  name: fields.words,
  rows: 2,
  label: { text: `What ${child.displayName} said, in their own words` },
  value: textOf(values, fields.words),
  errorMessage: errors.of(fields.words),
})}`
}
