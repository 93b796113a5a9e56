import { dayValues } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { codesOf, day, line, oneOf, oneOfMany, parsePastDay, type Words } from '../frame/fieldParts.ts'
import { moduleNames } from './moduleNames.ts'
import { type ModuleStep, noteStep, stateWords } from './progress.ts'

type Context = { readonly modules: Words; readonly people: Words }

/** `/families/:familyId/safeguarding/modules/new`. */
export const moduleFormRoutes = familyForm<FamilyParams, Context, ModuleStep>({
  url: '/families/:familyId/safeguarding/modules/new',
  params: familyParams,
  name: 'module-progress',
  tab: 'modules',
  title: 'Progress through a module',
  heading: () => 'Progress through a module',
  summary: {
    show: 'The form of progress through an intervention module',
    send: 'Notes progress through an intervention module',
  },
  submit: 'Save',
  path: ({ familyId }) => familyPath(familyId, '/modules/new'),
  cancel: ({ familyId }) => familyPath(familyId, '/modules'),
  async read({ work }, { members, shared }) {
    const people = members
      .filter(({ person }) => shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName])
    return { modules: await moduleNames(work), people: Object.fromEntries(people) }
  },
  fresh: (_, { work }) => dayValues('on', work.today),
  fields: ({ modules, people }, values, errors) =>
    html`${oneOf('person', 'Who?', people, { values, errors })}${oneOfMany('module', 'Which module?', modules, { values, errors })}${oneOf('state', 'Where do they stand?', stateWords, { values, errors })}${day('on', 'Since when?', { values, errors })}${line('remark', 'Remark (optional)', { values, errors })}`,
  parse(fields, { modules, people }, { work }) {
    const personId = parseUuid(fields.choice('person', codesOf(people), 'Select who it is') ?? '')
    const module = fields.choice('module', codesOf(modules), 'Select the module')
    const state = fields.choice('state', codesOf(stateWords), 'Select where they stand')
    const onDay = parsePastDay(fields, 'on', 'The day', work.today, 'Enter the day')
    const remark = fields.text('remark', 1_000)
    if (personId === null || module === null || state === null || onDay === null || fields.issues.length > 0)
      return null
    return { personId, module: Number(module), state, onDay, remark }
  },
  async save(step, _, { work, params, submission }) {
    await noteStep(work, params.familyId, step, submission)
    return { outcome: 'saved', location: familyPath(params.familyId, '/modules'), success: 'Saved' }
  },
  order: ['person', 'module', 'state', 'on', 'remark'],
  targets: { on: 'on-day' },
})
