// Made from menus/ by `npm run generate`. Do not edit.

/** The ids of the built-in menus. */
export interface BuiltInIds {
  menu:
    | 'oend'
    | 'moud'
    | 'safer-prescribing'
  section:
    | 'active-oend'
    | 'passive-oend'
    | 'naloxone-administration'
    | 'expand-moud'
    | 'link-to-moud'
    | 'engage-and-retain'
    | 'safer-practices'
    | 'safer-disposal'
  strategy:
    | 'active-oend-at-risk'
    | 'active-oend-high-risk-venues'
    | 'oend-by-referral'
    | 'oend-self-request'
    | 'naloxone-hotspots'
    | 'first-responder-naloxone'
    | 'moud-expand-healthcare-and-behavioral'
    | 'moud-criminal-legal'
    | 'moud-telemedicine'
    | 'moud-interim-and-medication-units'
    | 'linkage-programs'
    | 'bridging-medications'
    | 'clinical-delivery-enhancement'
    | 'virtual-retention'
    | 'retention-care-coordinators'
    | 'co-occurring-integration'
    | 'reduce-barriers'
    | 'safer-prescribing-acute'
    | 'safer-prescribing-chronic'
    | 'safer-dispensing'
    | 'disposal-programs'
  sector:
    | 'healthcare'
    | 'behavioral-health'
    | 'criminal-legal'
  venue:
    | 'jails'
    | 'community-supervision'
    | 'criminal-justice-other'
    | 'syringe-service-programs'
    | 'emergency-department'
    | 'health-department'
    | 'pharmacy'
    | 'inpatient-services'
    | 'outpatient-clinics'
    | 'ambulatory-surgery'
    | 'dental-clinics'
    | 'healthcare-other'
    | 'first-responder-stations'
    | 'addiction-treatment-medical'
    | 'addiction-treatment-non-medical'
    | 'mental-health-medical'
    | 'mental-health-non-medical'
    | 'homeless-shelters'
    | 'half-way-houses'
    | 'social-service-agencies-other'
    | 'hotline'
    | 'other'
  medication:
    | 'methadone'
    | 'buprenorphine'
    | 'naltrexone'
  population:
    | 'prior-overdose'
    | 'reduced-tolerance'
    | 'other-substances'
    | 'mental-illness'
    | 'medical-illness'
    | 'injects-drugs'
  specialPopulation:
    | 'homeless-persons'
    | 'non-english-speaking-or-immigrants'
    | 'transactional-sex'
    | 'pregnant-and-postpartum'
    | 'racial-and-ethnic-minorities'
    | 'veterans'
    | 'lgbtq'
  gap:
    | 'naloxone-supply'
    | 'naloxone-at-high-risk-venues'
    | 'naloxone-immediate-access'
    | 'moud-capacity'
    | 'moud-distance'
    | 'moud-in-custody'
    | 'moud-linkage'
    | 'moud-retention'
    | 'co-occurring-care'
    | 'social-barriers'
    | 'high-risk-prescribing'
    | 'dispensing-safety'
    | 'unused-opioid-disposal'
  indicator:
    | 'naloxone-units-per-100k-year'
    | 'naloxone-units-per-opioid-death'
    | 'naloxone-rx-per-100-people-state'
    | 'pharmacy-within-30-min-pct-tracts'
    | 'high-risk-venue-types-with-naloxone-pct'
    | 'ssp-hours-0-1'
    | 'ssp-in-county-0-1'
    | 'ssp-law-state-0-1'
    | 'first-responder-agencies-with-naloxone-pct'
    | 'first-responders-carry-naloxone-0-1'
    | 'hotspots-with-public-naloxone-pct'
    | 'hospital-within-30-min-pct-tracts'
    | 'moud-receipt-pct-of-oud'
    | 'moud-receipt-medicaid-per-1000-oud'
    | 'buprenorphine-prescribers-per-100k'
    | 'buprenorphine-rx-per-100-oud-state'
    | 'otp-within-30-min-pct-tracts'
    | 'buprenorphine-within-30-min-pct-tracts'
    | 'buprenorphine-within-30-min-slow-pct-tracts'
    | 'jail-moud-level-0-1'
    | 'moud-within-30-days-of-release-pct'
    | 'linkage-31d-after-ed-hospital-pct'
    | 'ed-followup-30d-fua-pct'
    | 'overdose-outreach-7d-pct'
    | 'retention-180d-pct-of-moud'
    | 'retention-180d-hedis-pod-pct'
    | 'treatment-sites-with-co-occurring-program-pct'
    | 'mental-health-within-30-min-pct-tracts'
    | 'uninsured-19-64-pct'
    | 'svi-rank-0-1'
    | 'households-no-internet-pct'
    | 'moud-patients-unstably-housed-pct'
    | 'opioid-rx-per-100-people'
    | 'opioid-90mme-pct'
    | 'new-high-risk-opioid-episodes-ratio-to-state'
    | 'opioid-benzo-overlap-pct'
    | 'four-or-more-prescribers-pct'
    | 'pdmp-must-access-state-0-1'
    | 'disposal-site-in-county-0-1'
    | 'otp-count'
    | 'population-black-pct'
    | 'overdose-death-rate'
    | 'overdose-death-change-pct'
    | 'nonfatal-overdose-ed-rate'
    | 'fentanyl-share-of-overdose-deaths-pct'
    | 'stimulant-co-involved-pct'
    | 'overdose-at-home-or-alone-pct'
    | 'moud-wait-days'
    | 'coalition-lived-experience-members'
  fact:
    | 'rurality'
    | 'state-naloxone-standing-order'
    | 'state-naloxone-pharmacist-prescribing'
    | 'state-good-samaritan-arrest'
    | 'state-ssp-law'
    | 'state-syringe-distribution-not-prohibited'
    | 'state-pdmp-mandate'
    | 'state-medicaid-expansion'
    | 'state-buprenorphine-limits'
    | 'state-allows-tele-buprenorphine'
    | 'state-allows-medication-units'
    | 'state-allows-mobile-methadone'
    | 'state-allows-jail-methadone-registration'
    | 'state-ems-scope-allows-buprenorphine'
    | 'moud-provider-accepting-new'
    | 'agonist-medication-offered'
    | 'jail-present'
    | 'jail-moud-level'
    | 'ed-present'
    | 'inpatient-hospital-present'
    | 'ssp-present'
    | 'ssp-hours'
    | 'ssp-planned'
    | 'shelter-present'
    | 'halfway-house-present'
    | 'ambulatory-surgery-present'
    | 'dental-clinic-present'
    | 'hotline-available'
    | 'pharmacy-present'
    | 'otp-partner-willing'
    | 'drop-box-coverage'
    | 'peer-workforce'
    | 'recovery-housing-accepts-moud'
    | 'first-responders-carry-naloxone'
    | 'police-outreach-can-lead-to-arrest'
    | 'sheriff-support'
    | 'stigma-level'
    | 'coalition-membership-representative'
    | 'coalition-data-sharing'
    | 'coalition-shared-goals'
    | 'coalition-conflicts-declared'
  /** The facts again, with the type of each one's value. */
  context: {
    rurality: 'metro' | 'nonmetro'
    'state-naloxone-standing-order': number
    'state-naloxone-pharmacist-prescribing': number
    'state-good-samaritan-arrest': number
    'state-ssp-law': number
    'state-syringe-distribution-not-prohibited': number
    'state-pdmp-mandate': number
    'state-medicaid-expansion': number
    'state-buprenorphine-limits': number
    'state-allows-tele-buprenorphine': boolean
    'state-allows-medication-units': boolean
    'state-allows-mobile-methadone': boolean
    'state-allows-jail-methadone-registration': boolean
    'state-ems-scope-allows-buprenorphine': boolean
    'moud-provider-accepting-new': boolean
    'agonist-medication-offered': boolean
    'jail-present': boolean
    'jail-moud-level': 'none' | 'pregnant-only' | 'continuation-only' | 'some-started' | 'anyone-who-asks'
    'ed-present': boolean
    'inpatient-hospital-present': boolean
    'ssp-present': boolean
    'ssp-hours': 'part-time-or-mobile' | 'full-time'
    'ssp-planned': boolean
    'shelter-present': boolean
    'halfway-house-present': boolean
    'ambulatory-surgery-present': boolean
    'dental-clinic-present': boolean
    'hotline-available': boolean
    'pharmacy-present': boolean
    'otp-partner-willing': boolean
    'drop-box-coverage': 'none' | 'take-back-days' | 'one' | 'several'
    'peer-workforce': 'none' | 'some' | 'strong'
    'recovery-housing-accepts-moud': boolean
    'first-responders-carry-naloxone': 'none' | 'some' | 'all'
    'police-outreach-can-lead-to-arrest': boolean
    'sheriff-support': 'opposed' | 'neutral' | 'supportive'
    'stigma-level': 'low' | 'moderate' | 'high'
    'coalition-membership-representative': boolean
    'coalition-data-sharing': boolean
    'coalition-shared-goals': boolean
    'coalition-conflicts-declared': boolean
  }
}
