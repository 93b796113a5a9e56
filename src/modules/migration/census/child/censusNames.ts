const names: ReadonlySet<string> = new Set(
  `Message Header CollectionDetails Collection Year ReferenceDate Source SourceLevel LEA SoftwareCode Release SerialNo
  DateTime Children Child ChildIdentifiers LAchildID UPN FormerUPN UPNunknown PersonBirthDate ExpectedPersonBirthDate
  GenderCurrent Sex PersonDeathDate ChildCharacteristics Ethnicity Disabilities Disability CINdetails CINreferralDate
  ReferralSource PrimaryNeedCode CINclosureDate ReasonForClosure DateOfInitialCPC Assessments AssessmentActualStartDate
  AssessmentInternalReviewDate AssessmentAuthorisationDate FactorsIdentifiedAtAssessment AssessmentFactors CINPlanDates
  CINPlanStartDate CINPlanEndDate Section47 S47ActualStartDate InitialCPCtarget ICPCnotRequired ReferralNFA
  ChildProtectionPlans CPPstartDate CPPendDate InitialCategoryOfAbuse LatestCategoryOfAbuse NumberOfPreviousCPP Reviews
  CPPreviewDate PreProceedingsandFGDM PPStartDate LBPSentDate FGDMMeetingOffer FGDMMeetingFac InitialPPMeetingDate
  ReviewMeetingsCount StepDecisionDate PPOutcome CourtAppDate LetterInitCPDate`
    .toLowerCase()
    .split(/\s+/),
)

/** Whether the census of any year from 2017 on has an element of this name, wherever it stands. */
export const isCensusName = (name: string): boolean => names.has(name.toLowerCase())
