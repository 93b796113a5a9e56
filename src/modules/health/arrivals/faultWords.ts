import { fhirFaults } from '../fhir/fhirFaults.ts'
import { faults } from '../hl7/faults.ts'

const own: Readonly<Record<string, string>> = {
  failed: 'It failed while it was read, five times.',
  no_message_of_protection_information: 'It came to the mailbox and is no message about plans.',
  sealed_wrongly: 'It cannot be unsealed by the key of this service.',
}

/** Why a message was refused or could not be read, in words. */
export function faultWords(code: string | null): string {
  const known: Readonly<Record<string, { readonly words: string }>> = { ...fhirFaults, ...faults }
  return known[code ?? '']?.words ?? own[code ?? ''] ?? 'Something else went wrong.'
}
