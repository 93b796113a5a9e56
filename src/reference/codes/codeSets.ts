import { assessmentFactor } from './assessmentFactor.ts'
import { disability, ethnicity, gender, sex, unknownUpn } from './childCharacteristics.ts'
import type { CodeSet } from './codeSet.ts'
import { abuseCategory, closureReason, collection, primaryNeed, sourceLevel, yesNo } from './episodeCodes.ts'
import { referralSource } from './referralSource.ts'

/**
 * The code sets of the children in need census, as the collections of 2017 to 2026 use them. Source: the
 * community transcription of the census schema (2024 to 2026) and the published notes of what changed.
 */
export const codeSets = {
  abuseCategory,
  assessmentFactor,
  closureReason,
  collection,
  disability,
  ethnicity,
  gender,
  primaryNeed,
  referralSource,
  sex,
  sourceLevel,
  unknownUpn,
  yesNo,
} as const satisfies Readonly<Record<string, CodeSet>>

export type CodeSetName = keyof typeof codeSets

/** The codes of one set, such as CodeOf<'abuseCategory'>. */
export type CodeOf<Name extends CodeSetName> = keyof (typeof codeSets)[Name] & string
