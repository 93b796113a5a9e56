type Year = {
  readonly year: number
  readonly sessions: readonly [possible: number, authorised: number, unauthorised: number]
  readonly marks?: string
  readonly firstDay?: string
  readonly school?: string
}
type Pupil = {
  readonly number?: string
  readonly former?: string
  readonly given?: string
  readonly family?: string
  readonly born?: string
  readonly years?: readonly Year[]
  readonly schools?: string
}
type Invented = {
  readonly pupils: readonly Pupil[]
  readonly made?: string
  readonly source?: string
  readonly destination?: string
  readonly academicYear?: number
}

const own = '<LEA>938</LEA><Estab>2001</Estab><SchoolName>Invented School</SchoolName>'

/** A Common Transfer File of an invented school, with what a real one holds besides and nobody asked for. */
export const transferFileOf = ({
  pupils,
  made = '2026-10-20T15:30:00',
  source = own,
  destination = '<LEA>938</LEA><Estab>4001</Estab>',
  academicYear = 2026,
}: Invented): string => `<?xml version="1.0" encoding="utf-8"?>
<CTfile xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>24.0</CTFversion><DateTime>${made}</DateTime><DocumentQualifier>full</DocumentQualifier>
<SupplierID>Invented</SupplierID><SourceSchool>${source}<AcademicYear>${academicYear}</AcademicYear></SourceSchool><DestSchool>${destination}</DestSchool></Header>
<CTFpupilData>${pupils.map(pupilXml).join('\n')}</CTFpupilData></CTfile>`

const element = (name: string, text: string | number | undefined): string =>
  text === undefined ? '' : `<${name}>${text}</${name}>`

const pupilXml = ({
  number,
  former,
  given = 'Tansy',
  family = 'Madeup',
  born,
  years = [],
  schools = '',
}: Pupil): string =>
  `<Pupil>${element('UPN', number)}${element('Surname', family)}${element('Forename', given)}${element('DOB', born)}<Sex>F</Sex>
<BasicDetails>${element('FormerUPN', former)}<MedicalFlag>true</MedicalFlag></BasicDetails><Address><Postcode>ZZ99 1AA</Postcode></Address>
<Attendance>${years.map(yearXml).join('')}</Attendance><SchoolHistory>${schools}</SchoolHistory></Pupil>`

const yearXml = ({
  year,
  sessions: [possible, authorised, unauthorised],
  marks,
  firstDay,
  school = own,
}: Year): string =>
  `<YearData><Year>${year}</Year>${school}<SessionsPossible>${possible}</SessionsPossible><SessionsAuthorised>${authorised}</SessionsAuthorised>
<SessionsUnauthorised>${unauthorised}</SessionsUnauthorised>${marks === undefined ? '' : `<AttendSessions>${element('AttendanceStartDate', firstDay)}<AttendanceMarks>${marks}</AttendanceMarks></AttendSessions>`}</YearData>`
