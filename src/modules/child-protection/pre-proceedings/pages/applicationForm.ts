import { readClockSettings } from '#modules/agencies'
import { childForm, dayValues, type Sent, textField } from '#modules/casework'
import { type ClockSettings, clockVersionOn } from '#reference'
import { dateFields, dateFieldsFrom, type Html, html, insetText, nothing, warningText } from '#ui'
import { settleCases } from '../commands/settleCases.ts'
import { type ApplicationCheck, checkApplication } from '../rules/applicationCheck.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import {
  type CaseParams,
  caseParams,
  casePath,
  childrenField,
  childrenValues,
  chosenCases,
  dayWithin,
  namedIn,
  type OpenCase,
  openCase,
  placeOf,
} from './openCase.ts'

type Opened = OpenCase & { readonly settings: ClockSettings; readonly check: ApplicationCheck }
type Applied = {
  readonly on: Temporal.PlainDate
  readonly reasons: string | null
  readonly cases: readonly PreProceedings[]
}

const mayApply = ({ step, appliedOn }: PreProceedings): boolean => step === 'issue' && appliedOn === null

const checkOn = (of: PreProceedings, on: Temporal.PlainDate, settings: ClockSettings): ApplicationCheck =>
  checkApplication(of, on, {
    offer: clockVersionOn('FGDM_OFFER', on, settings).ok,
    exemption: clockVersionOn('FGDM_EXEMPT', on, settings).ok,
  })

/** The application to the court. Sequence rule SQ2: refused without an offer from the day the law asks for one, warned of before. */
export const applicationRoutes = childForm<CaseParams, Opened, Applied>({
  url: '/people/:personId/pre-proceedings/:caseId/application',
  params: caseParams,
  name: 'court-application',
  alsoNamed: opened => namedIn(opened),
  title: 'Application to the court',
  heading: () => 'Record the application to the court',
  summary: { show: 'The form for an application to the court', send: 'Records an application to the court' },
  submit: 'Save the application',
  path: params => casePath(params, '/application'),
  cancel: placeOf,
  read: async visit => {
    const opened = await openCase(visit)
    if (opened === null) return null
    const settings = await readClockSettings(visit.work)
    return { ...opened, settings, check: checkOn(opened.own, visit.work.today, settings) }
  },
  fresh: (opened, work) => ({
    version: opened.mark,
    ...childrenValues(opened, mayApply),
    ...dayValues('applied', opened.own.appliedOn ?? work.today),
    reasons: opened.own.applicationReasons ?? '',
  }),
  fields: (opened, values, errors) => html`${standing(opened.check)}
${dateFields({ name: 'applied', legend: 'Day of the application', value: dateFieldsFrom(values, 'applied'), error: errors.of('applied') })}
${
  opened.check.missing.length > 0
    ? textField(
        'reasons',
        'Why the application goes without it',
        { values, errors },
        'It stands with the application',
        4,
      )
    : nothing
}
${childrenField(opened, { values, errors }, mayApply)}`,
  parse: (fields, opened, { work }) => {
    const around = { from: opened.own.stepOn ?? opened.own.startedOn, today: work.today }
    const words = { label: 'Day of the application', needed: 'Enter the day of the application' }
    const on = dayWithin(fields, 'applied', words, around)
    const reasons = fields.text('reasons', 10_000)
    const over = 'No application is to be recorded: decide to issue first, or it is recorded already'
    const cases = chosenCases(fields, opened, mayApply, over)
    return on === null ? null : { on, reasons, cases }
  },
  save: async ({ on, reasons, cases }, opened, { work, params, sent }): Promise<Sent> => {
    if (sent['version'] !== opened.mark) return { outcome: 'stale' }
    const checks = cases.map(of => checkOn(of, on, opened.settings))
    const refused = checks.find(({ isRefused }) => isRefused)
    if (refused !== undefined)
      return against('applied', [...refused.missing, 'Record the offer, the meeting or the exemption first.'])
    const warned = checks.find(({ missing }) => missing.length > 0)
    if (warned !== undefined && reasons === null)
      return against('reasons', [...warned.missing, 'Enter why the application goes without it.'])
    await settleCases(work, cases, {
      court_application_on: on,
      application_reasons: warned === undefined ? null : reasons,
    })
    return { outcome: 'saved', location: placeOf(params), success: 'The application is recorded' }
  },
  order: ['applied', 'reasons', 'children'],
  targets: { applied: 'applied-day' },
  labels: { reasons: 'Why the application goes without it' },
})

const against = (field: string, sentences: readonly string[]): Sent => ({
  outcome: 'refused',
  issues: [{ path: [field], message: sentences.join(' ') }],
})

function standing({ missing, isRefused }: ApplicationCheck): Html {
  if (missing.length === 0) return nothing
  const words = missing.join(' ')
  if (isRefused)
    return warningText({
      text: `${words} Section 31ZA of the Children Act 1989 is in force here: an application from its day on is refused until it is done or an exemption is recorded.`,
      iconFallbackText: 'Warning',
    })
  return insetText({
    text: `${words} The law that will ask for it is not in force here yet, and the guide to Families First Partnership expects it already. An application may be recorded with the reason.`,
  })
}
