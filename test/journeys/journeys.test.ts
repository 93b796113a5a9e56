import { describe } from 'vitest'
import { addsAPerson } from './addsAPerson.ts'
import { givesOutWork } from './givesOutWork.ts'
import { isAccessible } from './isAccessible.ts'
import { keepsTheDirectory } from './keepsTheDirectory.ts'
import { leavesNothingBehind } from './leavesNothingBehind.ts'
import { looksBack } from './looksBack.ts'
import { keepsARestrictedFamily, opensWithReason } from './opensWithReason.ts'
import { recordsOneVisit } from './recordsOneVisit.ts'
import { isAnotherAuthority, mendsTheData, seesOwnChildrenOnly } from './seesOnlyOwnPart.ts'
import { openCounty } from './stage/openCounty.ts'

// One county, one server and one browser for all: making them takes longer than any journey.
const county = await openCounty()

describe('a social worker', () => recordsOneVisit(county))
describe('somebody who adds a person', () => addsAPerson(county))
describe('a team manager', () => givesOutWork(county))
describe('a page at a past moment', () => looksBack(county))
describe('a duty worker', () => opensWithReason(county))
describe('a restricted family', () => keepsARestrictedFamily(county))
describe('every page is accessible', () => isAccessible(county))
describe('an administrator', () => keepsTheDirectory(county))
describe('a data quality officer', () => mendsTheData(county))
describe('a health visitor', () => seesOwnChildrenOnly(county))
describe('the second authority', () => isAnotherAuthority(county))
describe('a shared laptop', () => leavesNothingBehind(county))
