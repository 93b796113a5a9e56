import type { CodeSet } from './codeSet.ts'

const lastBeforeSplit = 2020
const split = 2021

/**
 * Factors found at the end of an assessment. CIN census item N00181. In 1 to 6, A is the child, B a parent or
 * carer, C another person in the household. The census keeps "domestic violence" where practice says domestic
 * abuse. In 2021 privately fostered, physical abuse and sexual abuse were split; the codes that they replaced
 * remain here so that older assessments can be read. 8A comes from memory of the older guide.
 */
export const assessmentFactor = {
  '1A': { label: 'Alcohol misuse by the child' },
  '1B': { label: 'Alcohol misuse by a parent or carer' },
  '1C': { label: 'Alcohol misuse by another person in the household' },
  '2A': { label: 'Drug misuse by the child' },
  '2B': { label: 'Drug misuse by a parent or carer' },
  '2C': { label: 'Drug misuse by another person in the household' },
  '3A': { label: 'Domestic violence: the child is subject to it' },
  '3B': { label: 'Domestic violence: a parent or carer is subject to it' },
  '3C': { label: 'Domestic violence: another person in the household is subject to it' },
  '4A': { label: 'Mental health of the child' },
  '4B': { label: 'Mental health of a parent or carer' },
  '4C': { label: 'Mental health of another person in the household' },
  '5A': { label: 'Learning disability of the child' },
  '5B': { label: 'Learning disability of a parent or carer' },
  '5C': { label: 'Learning disability of another person in the household' },
  '6A': { label: 'Physical disability or illness of the child' },
  '6B': { label: 'Physical disability or illness of a parent or carer' },
  '6C': { label: 'Physical disability or illness of another person in the household' },
  '7A': { label: 'Young carer' },
  '8A': { label: 'Privately fostered', to: lastBeforeSplit },
  '8B': { label: 'Privately fostered: overseas child who intends to return', from: split },
  '8C': { label: 'Privately fostered: overseas child who intends to stay', from: split },
  '8D': { label: 'Privately fostered: UK child in an educational placement', from: split },
  '8E': { label: 'Privately fostered: UK child making alternative family arrangements', from: split },
  '8F': { label: 'Privately fostered: other', from: split },
  '9A': { label: 'Unaccompanied asylum-seeking child' },
  '10A': { label: 'Going or being missing' },
  '11A': { label: 'Child sexual exploitation' },
  '12A': { label: 'Trafficking' },
  '13A': { label: 'Gangs' },
  '14A': { label: 'Socially unacceptable behaviour' },
  '15A': { label: 'Self-harm' },
  '16A': { label: 'Neglect' },
  '17A': { label: 'Emotional abuse' },
  '18A': { label: 'Physical abuse', to: lastBeforeSplit },
  '18B': { label: 'Physical abuse by another child', from: split },
  '18C': { label: 'Physical abuse by an adult', from: split },
  '19A': { label: 'Sexual abuse', to: lastBeforeSplit },
  '19B': { label: 'Sexual abuse by another child', from: split },
  '19C': { label: 'Sexual abuse by an adult', from: split },
  '20': { label: 'Other' },
  '21': { label: 'No factors found, and no further action' },
  '22A': { label: 'Female genital mutilation' },
  '23A': { label: 'Abuse linked to faith or belief' },
  '24A': { label: 'Child criminal exploitation', from: 2022 },
} as const satisfies CodeSet
