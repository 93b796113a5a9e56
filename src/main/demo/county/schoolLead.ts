import { personas } from '../personas.ts'
import type { Agencies } from './county.ts'
import { directoryBegan } from './makeAgencies.ts'
import { hire, type Office } from './office.ts'

/** The first school's safeguarding lead is one of those whom a visitor may be. */
export function withSchoolLead(agencies: Agencies): Agencies {
  const name = personas.find(({ key }) => key === 'safeguardingLead')?.name
  const [school, ...others] = agencies.schools
  if (school === undefined || name === undefined) return agencies
  return { ...agencies, schools: [{ ...school, safeguardingLead: name }, ...others] }
}

/** Who leads a plan from the first school of the first area; hired with dice of their own. */
export function hireSchoolLead(office: Office): void {
  const [school] = office.agencies.schools
  if (school === undefined) return
  const { teller } = office
  hire(
    { ...office, teller: { ...teller, dice: teller.dice.fork('safeguarding lead of a school') } },
    {
      role: 'designated_safeguarding_lead',
      teamId: null,
      organisationId: school.id,
      persona: 'safeguardingLead',
      startedOn: directoryBegan,
    },
  )
}
