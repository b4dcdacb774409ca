"""Invented papers of the Saltway Partnership, in the shapes that real council papers arrive in."""

PARAGRAPHS = """Saltway Partnership - Appendix C - Timetable for joining services

\u00a0

Action

Sub action(s)

Date

Choose where the shared office will be

Put three sites to the Saltway Board.

12 June 2024

Appoint a shared service lead

Write the job description.

Interview and appoint.

By 30 September 24 for back office

Ongoing for front office.

\u00a0

Join\u00a0  up the payroll systems

Agree one pay day.

(This covers Aldermere and Brackwell only at first).

Move the records.

\u00a0 October 24 – March 25"""

NB = "\u00a0"
PAGE = f"""Our website puts small cookies on your browser. Read the privacy page for more.

Annex 4
Saltway in Step - Working as one office

Joint Action Plan

Action: Sub Action: Action by: Action Completed by: Progress:
Write the Options Paper · ask team leaders what works Edith Marlow (Programme Manager)
Team Leaders Tidemouth
Options Paper circulated by 14 March Complete
{NB} · look at how others do it Edith Marlow (Programme Manager) {NB} Complete
{NB} · bring the options to members Edith Marlow (Programme Manager) Comments from Staff Forum by 20 April

Take summary to JSB 28 April

Two replies still to come
Make a Joint Scorecard from the replies, agree what good looks like and how it is counted Edith Marlow
Staff Forum
Joint Saltway Board (JSB)
Show the scorecard to JSB for acceptance at 28 April meeting Complete
{NB} · decide what matters most {NB} {NB} {NB}
{NB} · run the survey Edith Marlow Complete by July 2023 {NB}
Make a Joint Scorecard (cont'd) · set the measures Proposals by Edith Marlow and Staff Forum
Agreement by JSB
September 2023 {NB}
Keep Everyone Informed (who hears what) · send a leaflet to every household; say who does what {NB} June 2023 {NB}
Informed cont'd · explain the new bills to TIDE Oswin Pell

Greta Holm (Billing Lead)

Ongoing Sessions held for:

· Front desk staff May 2023

· Parish clerks June 2023
Updated 2023-11-05"""

TABS = """Service Plan *(short)*

Customer Services

2024/25 – 2026/27

Service Plan (*short*) – Customer Services 2024/25 - 20026/27

Theme: Closer to Residents – One Front Door\t\t
Development Priority: CUS01 Answer more at the first call.\t\t
Key actions\tBy when\tOutcomes and Success Criteria
Train the contact centre in benefits\t30.9.24\t<p>Fewer calls passed on</p> <p>Happier callers – 90% by March 2026</p>
Open the Brackwell desk on Saturdays (RES)\t31.3.25\t

Service Plan (*short*) – Customer Services 2024/25 - 20026/27

Theme: Closer to Residents – One Front Door\t\t
Development Priority: CUS02 Put forms on line\t\t
Key actions\tBy when\tOutcomes and Success Criteria
Replace the paper forms (e.g. Aldermere's old\tOngoing up to March 2026\t• Fewer visits • Less paper

Service Plan (*short*) – Customer Services 2024/25 - 20026/27

blue form). (RES)\t\t
Tell residents about it\tMay 2025\t• Less paper

Service Plan (*short*) – Customer Services 2024/25 - 20026/27

Development priority: CUS03 Healthy offices

Outcomes and success criteria

Every office keeps its own list.

Service Plan (*short*) – Customer Services 2024/25 - 2026/27

Development priority: CUS04 Fair for all\t\t
Community Strategy theme and other links: Fairness\t\t
Outcomes and success criteria Everyone can reach us.\t\t
Key Actions to implement the Development Priority\tBy when\tWho is responsible
Check the hearing loops\tAnnually (April)\tHead of Property and Head of Customer Services
Widen the ways to apply, such as: <ul style="list-style-type: none"> • by phone • by post\tMarch 2026\tAll Heads of Service"""

SLASHES = """Brackwell Borough Council

Fairness Action Plan 2021 – 2024

Action / By when / Responsible officer / Completed / Outcome
Review the policy / By end of June 2021 / KL/MN / 15/06/2021 / Reported with the annual letter
Ask the staff forum / By end September 2021 / MN / Ongoing / Reported with the forum notes
Train new members / By 2023 / MN and Directors / Reported with the induction pack"""

PIPES = """Stage | Date/Timeline | Timescale | Outline of Activity |
Stage 1 – Ask people | 1st July 2025 – 30th September 2025 | 12 weeks | Leaflets and meetings. |
Stage 2 – Think |
1st October 2025 – 30th October 2025
|
4 weeks |
Read the answers. |"""

OUTLINE = """Saltway moving plan

1. Find an office
 1.1 List the sites – by 31 March 2026
 1.2 Visit them (May 2026)
2. Move"""

LETTER = """Dear Ms Marlow,

Thank you for your letter about the shared office. We were glad to read that the board agreed with it.

We shall write again when the members have met. Until then nothing changes for the staff at Brackwell.

Yours sincerely"""

ALL = (PARAGRAPHS, PAGE, TABS, SLASHES, PIPES, OUTLINE)
