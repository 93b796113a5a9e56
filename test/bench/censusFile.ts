import { writeFileSync } from 'node:fs'

/** Writes a children in need census of so many invented children, one in three of them on a protection plan. */
export function writeCensus(path: string, children: number): void {
  const all = Array.from({ length: children }, (_, number) => childOf(number)).join('\n')
  writeFileSync(
    path,
    `<Message>
<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>989</LEA><SoftwareCode>Bench</SoftwareCode><DateTime>2026-05-01T09:00:00</DateTime></Source></Header>
<Children>
${all}
</Children>
</Message>
`,
  )
}

function childOf(number: number): string {
  const born = Temporal.PlainDate.from('2010-01-04').add({ days: (number * 37) % 5400 })
  const referred = Temporal.PlainDate.from('2025-04-07').add({ days: (number * 7) % 240 })
  const on = (days: number) => referred.add({ days }).toString()
  return `<Child>
<ChildIdentifiers><LAchildID>BENCH${number + 1}</LAchildID><UPNunknown>UN1</UPNunknown><PersonBirthDate>${born}</PersonBirthDate><Sex>${number % 2 ? 'F' : 'M'}</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>
<CINdetails><CINreferralDate>${on(0)}</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>
<Assessments><AssessmentActualStartDate>${on(1)}</AssessmentActualStartDate><AssessmentInternalReviewDate>${on(15)}</AssessmentInternalReviewDate><AssessmentAuthorisationDate>${on(40)}</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>18B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
${number % 3 === 0 ? protection(on) : `<CINPlanDates><CINPlanStartDate>${on(42)}</CINPlanStartDate></CINPlanDates>`}
</CINdetails>
</Child>`
}

const protection = (on: (days: number) => string): string =>
  `<Section47><S47ActualStartDate>${on(5)}</S47ActualStartDate><InitialCPCtarget>${on(26)}</InitialCPCtarget><DateOfInitialCPC>${on(24)}</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>${on(24)}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>`
