import { describe, expect, test } from 'vitest'
import { withHostileText, withHtml } from '../../conformance/fixtures.ts'
import { renderMacro } from '../../conformance/macros.ts'
import { structure } from '../../conformance/structure.ts'
import { type Html, raw } from '../../html.ts'
import { addAnother } from './addAnother.ts'
import * as components from './index.ts'
import { interruptionCard } from './interruptionCard.ts'
import { timeline } from './timeline.ts'

type Ported =
  | 'addAnother'
  | 'alert'
  | 'badge'
  | 'buttonMenu'
  | 'datePicker'
  | 'filter'
  | 'identityBar'
  | 'mojPagination'
  | 'notificationBadge'
  | 'pageHeaderActions'
  | 'search'
  | 'sideNavigation'
  | 'subNavigation'

// Parse edge: the same plain objects go to the official macro and to our function.
const functions = components as unknown as Readonly<Record<Ported, (params: unknown) => Html>>

const field =
  '<div class="govuk-form-group"><label class="govuk-label" for="name">Name</label><input class="govuk-input" id="name" name="name"></div>'

const menu = {
  button: { text: 'Actions', classes: 'govuk-button--inverse' },
  alignMenu: 'right',
  classes: 'more',
  attributes: { 'data-test': 'menu' },
  items: [
    { text: 'Record a visit', href: '/visits/new' },
    {
      html: '<em>Close</em>',
      classes: 'govuk-button--warning',
      name: 'close',
      value: 'yes',
      type: 'button',
      disabled: true,
    },
  ],
}

const examples: Readonly<Record<Ported, readonly object[]>> = {
  addAnother: [
    {
      id: 'children',
      itemLabel: 'Child',
      items: [
        { fieldset: { html: field }, removeButton: { value: 'first' } },
        { fieldset: { html: field, legend: { html: '<b>Second</b>', classes: 'more' } } },
      ],
    },
    {
      items: [
        {
          fieldset: { html: field, classes: 'own', role: 'group' },
          classes: 'item',
          attributes: { 'data-test': '1' },
        },
      ],
      classes: 'more',
      attributes: { 'data-test': 'all' },
    },
    {
      id: 'phones',
      layout: 'inline',
      itemLabel: 'Phone',
      addAnotherButtonText: 'One more %{itemLabel}',
      removeButtonText: 'Drop %{itemLabel} %{number}',
      removeButtonSuffixText: 'gone',
      fieldLabelSuffixText: 'of',
      newItemSuffixText: 'new',
      itemLegendText: { one: '%{itemLabel}', other: '%{itemLabel} %{number} of %{count}' },
      items: [
        {
          fieldset: { html: field, describedBy: 'elsewhere' },
          errorMessage: { text: 'Enter a phone number' },
          removeButton: { name: 'drop', value: '7' },
        },
        { fieldset: { html: field } },
      ],
    },
  ],
  alert: [
    { title: 'The plan was saved', text: 'The plan was saved.' },
    {
      variant: 'success',
      title: 'Saved',
      html: '<p>Saved</p>',
      showTitleAsHeading: true,
      headingTag: 'h3',
      dismissible: true,
      dismissText: 'Hide',
      disableAutoFocus: true,
      focusOnDismissSelector: '#top',
      classes: 'more',
      attributes: { id: 'saved' },
    },
    { variant: 'warning', title: 'Restricted', role: 'alert' },
    { variant: 'error', title: 'Not sent', text: 'Not sent', showTitleAsHeading: true },
  ],
  badge: [
    { text: 'Restricted', classes: 'moj-badge--red' },
    { html: '<span>Plan</span>', attributes: { 'data-test': 'badge' } },
  ],
  buttonMenu: [menu, { items: [{ text: 'Only one', href: '/one' }] }],
  datePicker: [
    {
      id: 'visit',
      name: 'visit',
      label: { text: 'Date of visit' },
      hint: { text: 'For example, 17/5/2026' },
    },
    {
      id: 'visit',
      name: 'visit',
      value: '1/4/2026',
      classes: 'more',
      label: { text: 'Date of visit' },
      errorMessage: { text: 'Enter a date' },
      minDate: '1/4/2026',
      maxDate: '30/4/2026',
      excludedDates: '3/4/2026-6/4/2026',
      excludedDays: 'saturday sunday',
      leadingZeros: false,
      weekStartDay: 'sunday',
      formGroup: { classes: 'group' },
      attributes: { 'data-test': 'picker' },
    },
  ],
  filter: [
    { heading: { text: 'Filter' }, optionsHtml: field },
    {
      heading: { html: '<em>Filter</em>' },
      optionsHtml: field,
      submit: { text: 'Show', attributes: { 'data-test': 'go' } },
      attributes: { id: 'filter' },
      selectedFilters: {
        heading: { text: 'Chosen' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [
          {
            heading: { text: 'Team' },
            items: [
              { text: 'North', href: '/not-north' },
              { text: 'South', href: '/not-south' },
            ],
          },
        ],
      },
    },
  ],
  identityBar: [
    { title: { text: 'Sam Example' } },
    { title: { html: '<b>Sam</b> Example' }, menus: [menu], classes: 'more', attributes: { id: 'bar' } },
    {},
  ],
  mojPagination: [
    {
      items: [{ number: 1, href: '/1', current: true }, { ellipsis: true }, { number: 9, href: '/9' }],
      results: { count: 90, from: 1, to: 10, text: 'visits' },
      next: { text: 'Next', href: '/2' },
    },
    { items: [{ number: 1, href: '/1', current: true }], results: { from: 1, to: 3 } },
    {
      items: [
        { number: 1, href: '/1' },
        { number: 2, href: '/2', current: true },
      ],
      results: { pages: { current: 2, count: 2 } },
      previous: { text: 'Previous', href: '/1' },
      classes: 'more',
      landmarkLabel: 'Visits',
      attributes: { id: 'pages' },
    },
    { results: { count: 4 } },
    {},
  ],
  notificationBadge: [
    { text: 3 },
    { text: '98', visuallyHiddenText: 'unread', classes: 'more', attributes: { id: 'count' } },
    { text: 99 },
    { text: 0 },
  ],
  pageHeaderActions: [
    { heading: { text: 'Visits' } },
    {
      heading: { html: '<em>Visits</em>', level: 2, classes: 'govuk-heading-l' },
      items: [{ text: 'Record a visit', href: '/new' }, { text: 'Print' }],
      classes: 'more',
      attributes: { id: 'head' },
    },
  ],
  search: [
    {
      action: '/search',
      label: { text: 'Find a person' },
      input: { id: 'find' },
      button: { text: 'Search' },
    },
    {
      action: '/search',
      method: 'post',
      csrf: { value: 'token' },
      iconButton: true,
      label: { html: '<em>Find</em>', classes: 'govuk-label--m' },
      hint: { text: 'By name', classes: 'more' },
      input: {
        id: 'find',
        name: 'q',
        value: 'Sam',
        type: 'text',
        classes: 'wide',
        autocomplete: 'off',
        attributes: { 'data-test': 'q' },
      },
      button: { text: 'Go', classes: 'own', attributes: { 'data-test': 'go' } },
    },
    {
      action: '/search',
      layout: 'stacked',
      iconButton: true,
      label: { text: 'Find' },
      input: { id: 'find' },
      button: { html: '<b>Go</b>', name: 'go', value: '1' },
      classes: 'more',
      attributes: { id: 'search' },
    },
  ],
  sideNavigation: [
    {
      label: 'Parts of the plan',
      items: [
        { text: 'Summary', href: '/s', active: true },
        { html: '<em>Visits</em>', href: '/v', attributes: { 'data-test': 'v' } },
      ],
    },
    {
      sections: [
        {
          heading: { text: 'Plan', headingLevel: 3, classes: 'more', attributes: { id: 'plan' } },
          items: [{ text: 'Summary', href: '/s' }],
        },
      ],
      classes: 'side',
      attributes: { id: 'side' },
    },
  ],
  subNavigation: [
    {
      label: 'Record',
      items: [
        { text: 'Overview', href: '/o', active: true, classes: 'more' },
        { html: '<em>Plan</em>', href: '/p', attributes: { 'data-test': 'p' } },
      ],
    },
    { items: [{ text: 'Overview', href: '/o' }], classes: 'sub', attributes: { id: 'sub' } },
  ],
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const folderOf = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/^moj-/, '')
const macroOf = (name: string): string => (name.startsWith('moj') ? name : `moj${capital(name)}`)

describe('renders as the MoJ macro of the same name does', () => {
  // Object.entries widens the keys; they are those of `examples`.
  for (const [name, sets] of Object.entries(examples) as [Ported, readonly object[]][]) {
    test(`${name}, with ${sets.length} sets of parameters`, () => {
      for (const params of sets) {
        const official = renderMacro(`moj/components/${folderOf(name)}/macro.njk`, macroOf(name), params)
        expect(structure(String(functions[name](withHtml(params))))).toEqual(structure(official))
      }
    })

    test(`${name}, with markup in its words escaped`, () => {
      for (const params of sets) {
        expect(String(functions[name](withHostileText(params)))).not.toContain('<b hostile>')
      }
    })
  }

  test('timeline, with a date alone and with the time of day', () => {
    const official = renderMacro('moj/components/timeline/macro.njk', 'mojTimeline', {
      headingLevel: 3,
      classes: 'more',
      attributes: { id: 'history' },
      items: [
        {
          label: { text: 'Visit' },
          byline: { text: 'Kim Example' },
          text: 'Seen alone',
          datetime: { timestamp: '2026-04-01', type: 'date' },
          classes: 'item',
          attributes: { id: 'one' },
        },
        {
          label: { html: '<em>Moved</em>' },
          html: '<p>To a new home</p>',
          datetime: { timestamp: '2026-04-01T13:30:00Z', type: 'datetime' },
        },
      ],
    })
    const ours = timeline({
      headingLevel: 3,
      classes: 'more',
      attributes: { id: 'history' },
      items: [
        {
          label: { text: 'Visit' },
          byline: { text: 'Kim Example' },
          text: 'Seen alone',
          datetime: Temporal.PlainDate.from('2026-04-01'),
          classes: 'item',
          attributes: { id: 'one' },
        },
        {
          label: { html: raw('<em>Moved</em>') },
          html: raw('<p>To a new home</p>'),
          datetime: Temporal.Instant.from('2026-04-01T13:30:00Z'),
        },
      ],
    })
    expect(structure(String(ours))).toEqual(structure(official))
    expect(structure(official).join('\n')).toContain('1 April 2026 at 2:30pm')
  })

  test('interruptionCard, with buttons and with links', () => {
    const actions = [
      { primaryAction: { text: 'Go on', href: '/on' }, secondaryAction: { text: 'Go back', href: '/back' } },
      {
        primaryAction: { text: 'Go on', href: '/on', style: 'link' },
        secondaryAction: { text: 'Go back', style: 'button', attributes: { name: 'back' } },
      },
      { primaryAction: { text: 'Close it', attributes: { name: 'close' } } },
    ] as const
    for (const params of actions) {
      const heading = 'An enquiry is still open'
      const official = renderMacro(
        'moj/components/interruption-card/macro.njk',
        'interruptionCard',
        { heading, ...params },
        '<p>Are you sure?</p>',
      )
      const ours = interruptionCard({ heading, html: raw('<p>Are you sure?</p>'), ...params })
      expect(structure(String(ours))).toEqual(structure(official))
    }
  })
})

test('addAnother says which item to remove, the first one too, which the macro leaves without a value', () => {
  const items = [{ fieldset: { html: raw(field) } }, { fieldset: { html: raw(field) } }]
  const html = String(addAnother({ items }))
  expect(html).toContain('value="0" name="remove"')
  expect(html).toContain('value="1" name="remove"')
})
