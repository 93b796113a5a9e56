/** A pupil of the file. */
export type FilePupil = {
  readonly number: string
  readonly given: string
  readonly family: string
  /** As 2015-03-02. */
  readonly born: string
}
type File = {
  readonly authorityCode: string
  readonly madeOn: Temporal.PlainDate
  readonly pupils: readonly FilePupil[]
}

const NUMBER = '2001'
const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Writes a Common Transfer File (CTF 24) to the authority: last school year's sessions and two schools for each pupil. */
export function fileXml({ authorityCode, madeOn, pupils }: File): string {
  const begun = madeOn.month >= 9 ? madeOn.year : madeOn.year - 1
  const school = `<LEA>${authorityCode}</LEA><Estab>${NUMBER}</Estab><SchoolName>The school of the demonstration</SchoolName>`
  return `<?xml version="1.0" encoding="utf-8"?>
<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion><DateTime>${madeOn}T08:00:00</DateTime>
<DocumentQualifier>full</DocumentQualifier><SourceSchool>${school}<AcademicYear>${begun}</AcademicYear></SourceSchool>
<DestSchool><LEA>${authorityCode}</LEA><Estab>LLLL</Estab></DestSchool></Header><CTFpupilData>
${pupils.map((pupil, at) => pupilXml(pupil, { school, begun, at })).join('\n')}
</CTFpupilData></CTfile>
`
}

function pupilXml(
  { number, given, family, born }: FilePupil,
  { school, begun, at }: { readonly school: string; readonly begun: number; readonly at: number },
): string {
  const [authorised, unauthorised] = [(at * 7) % 30, (at * 11) % 40]
  const bornIn = Number(born.slice(0, 4))
  return `<Pupil><UPN>${number}</UPN><Surname>${text(family)}</Surname><Forename>${text(given)}</Forename><DOB>${born}</DOB>
<Attendance><YearData><Year>${begun - 1}</Year>${school}<SessionsPossible>380</SessionsPossible><SessionsAuthorised>${authorised}</SessionsAuthorised><SessionsUnauthorised>${unauthorised}</SessionsUnauthorised></YearData></Attendance>
<SchoolHistory><School><SchoolName>A nursery of before</SchoolName><EntryDate>${bornIn + 3}-09-01</EntryDate><LeavingDate>${bornIn + 4}-07-20</LeavingDate></School>
<School>${school}<EntryDate>${bornIn + 4}-09-01</EntryDate></School></SchoolHistory></Pupil>`
}
