import { fhirFaults } from '../fhir/fhirFaults.ts'
import { faults } from '../hl7/faults.ts'

const own: Readonly<Record<string, string>> = {
  failed: 'It failed while it was read, five times.',
  no_message_of_protection_information: 'It came to the mailbox and is no message about plans.',
  unknown_workflow: 'It came to the mailbox under a workflow that nothing here reads.',
  not_json: 'It is not JSON, or was cut short.',
  too_deep: 'It is nested deeper than anything that is told.',
  not_as_agreed: 'It is not as its kind was agreed: its sender was told which part.',
  merge_unclear:
    'It puts two records of a person together, and does not say plainly which number gives way to which. Ask its sender, and have paediatric liaison look at the visits.',
  merge_contradicts:
    'It puts two records of a person together against what was told before. Ask its sender, and have paediatric liaison look at the visits.',
  not_theirs: 'Its sender may not send notices of this kind.',
  sealed_wrongly: 'It cannot be unsealed by the key of this service.',
}

/** Why a message was refused or could not be read, in words. */
export function faultWords(code: string | null): string {
  const known: Readonly<Record<string, { readonly words: string }>> = { ...fhirFaults, ...faults }
  return known[code ?? '']?.words ?? own[code ?? ''] ?? 'Something else went wrong.'
}
