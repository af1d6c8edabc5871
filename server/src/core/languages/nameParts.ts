/** For {@link EntityPack.companyForms}: whatever language an article is in, Lanthier Inc. and Lanthier SA. */
export const COMPANY_FORM =
  /^(?:inc|corp|corporation|ltd|limited|llc|plc|co|company|group|groupe|holding|holdings|sa|sas|sarl|ag|gmbh|spa|nv|se)\.?$/;

/** For {@link EntityPack.generations}: Jr., Snr., whatever language an article is in. */
export const GENERATION = /^(?:Jn?r|Sn?r)\.?$/;
