/** What firms' names end in and are left without, whatever language an article is in: Lanthier Inc., Lanthier SA. Lower case. */
export const COMPANY_FORM =
  /^(?:inc|corp|corporation|ltd|limited|llc|plc|co|company|group|groupe|holding|holdings|sa|sas|sarl|ag|gmbh|spa|nv|se)\.?$/;

/** What tells a son from his father behind their name, as it is written: Jr., Snr. */
export const GENERATION = /^(?:Jn?r|Sn?r)\.?$/;
