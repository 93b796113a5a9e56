/** Which elements are read, by name: an empty one is read as text. */
export type Wanted = { readonly [name: string]: Wanted }

const text: Wanted = {}
const school = { LEA: text, Estab: text, URN: text, SchoolName: text }

/**
 * What is read of a Common Transfer File, and nothing else of it is held: not contacts, addresses, medical marks, needs or results. Element names of
 * the file's own schema (Department for Education, CTF 15 to 25).
 */
export const wanted: Wanted = {
  Header: {
    CTFversion: text,
    DateTime: text,
    SourceSchool: { ...school, AcademicYear: text },
    DestSchool: { LEA: text, Estab: text },
  },
  CTFpupilData: {
    Pupil: {
      UPN: text,
      Surname: text,
      Forename: text,
      DOB: text,
      BasicDetails: { FormerUPN: text },
      Attendance: {
        YearData: {
          ...school,
          Year: text,
          SessionsPossible: text,
          SessionsAuthorised: text,
          SessionsUnauthorised: text,
          AttendSessions: { AttendanceStartDate: text, AttendanceMarks: text },
          AttendanceStartDate: text,
          AttendanceMarks: text,
        },
      },
      SchoolHistory: { School: { ...school, EntryDate: text, LeavingDate: text, LeavingReason: text } },
    },
  },
}
