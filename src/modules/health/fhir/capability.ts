import { readEvents } from './readBundle.ts'

/** When what this door can do last changed. */
const CHANGED = '2026-11-23'

const OAUTH = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'OAuth' }],
}

/** What of a message is looked at: the items of the national attendance event, and what is feared for the child. */
const READ = [
  'Encounter (identifier, status, period, reasonCode, hospitalization, location, serviceProvider, extension EmergencyCareDischargeStatus)',
  'Patient',
  'Location',
  'RelatedPerson',
  'Procedure.code',
  'Communication.payload',
  'Condition.code and Flag.code where they are a concern for the child',
].join('; ')

/** What this door can do, as FHIR R4 says it (hl7.org/fhir/R4/capabilitystatement.html). @param origin scheme and host of this service */
export const capabilityStatement = (origin: string) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: CHANGED,
  kind: 'instance',
  implementation: { description: 'Kith: messages about children at hospital', url: `${origin}/fhir/R4` },
  software: { name: 'Kith' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      security: {
        cors: false,
        service: [OAUTH],
        description: `A token for each call, from ${origin}/oauth2/token, by client credentials and a signed statement (RFC 7523).`,
      },
      resource: [
        {
          type: 'CareTeam',
          interaction: [{ code: 'search-type' }],
          searchParam: [
            {
              name: 'patient:identifier',
              type: 'token',
              documentation: 'An NHS number. The header IsUnscheduledAccessEvent is required.',
            },
          ],
        },
      ],
      interaction: [{ code: 'transaction' }],
      operation: [
        {
          name: 'process-message',
          definition: 'http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message',
        },
      ],
    },
  ],
  messaging: [
    {
      documentation: `A Bundle of type message whose MessageHeader.event is one of: ${readEvents.join(', ')}. Read of it: ${READ}. The names that STU3 gives to the event and the reason are read too.`,
    },
  ],
})
