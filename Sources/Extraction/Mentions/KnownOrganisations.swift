/// Organisations of states and others that take part in talks, with their abbreviations and seats:
/// `name, other names | seat`.
enum KnownOrganisations {
  static let lines = """
    United Nations, UN, U.N., ООН|
    UN Security Council, Security Council, UNSC|
    UN General Assembly, General Assembly|
    European Union, EU, E.U., ЄС, ЕС, Євросоюз, Евросоюз|
    European Commission|Berlaymont
    European Council|
    European Parliament|
    NATO, North Atlantic Treaty Organization, North Atlantic Treaty Organisation, North Atlantic Alliance, НАТО|
    Organization for Security and Co-operation in Europe, OSCE, ОБСЄ, ОБСЕ|
    Council of Europe|
    African Union, AU|
    Arab League, League of Arab States|
    Gulf Cooperation Council, GCC|
    Organisation of Islamic Cooperation, OIC|
    Association of Southeast Asian Nations, ASEAN|
    Economic Community of West African States, ECOWAS|
    Southern African Development Community, SADC|
    East African Community, EAC|
    Intergovernmental Authority on Development, IGAD|
    Economic Community of Central African States, ECCAS|
    Organization of American States, OAS|
    Caribbean Community, CARICOM|
    Community of Latin American and Caribbean States, CELAC|
    Mercosur|
    BRICS|
    Group of Seven, G7|
    Group of Twenty, G20|
    Shanghai Cooperation Organisation, SCO|
    Collective Security Treaty Organization, CSTO, ОДКБ|
    Commonwealth of Independent States, CIS, СНГ|
    Eurasian Economic Union, EAEU|
    Commonwealth of Nations|
    Non-Aligned Movement|
    International Committee of the Red Cross, ICRC, Red Cross, МККК|
    International Court of Justice, ICJ|
    International Criminal Court, ICC|
    International Atomic Energy Agency, IAEA, МАГАТЕ, МАГАТЭ|
    Organisation for the Prohibition of Chemical Weapons, OPCW|
    World Health Organization, WHO|
    World Trade Organization, WTO|
    International Labour Organization, ILO|
    International Monetary Fund, IMF, МВФ|
    World Bank|
    European Central Bank, ECB|
    Organisation for Economic Co-operation and Development, OECD|
    Organization of the Petroleum Exporting Countries, OPEC|
    UN High Commissioner for Refugees, UNHCR|
    UN Children's Fund, UNICEF|
    World Food Programme, WFP|
    UN Relief and Works Agency, UNRWA|
    Intergovernmental Panel on Climate Change, IPCC|
    UN Framework Convention on Climate Change, UNFCCC|
    Alliance of Small Island States, AOSIS|
    International Organization for Migration, IOM|
    Amnesty International|
    Human Rights Watch|
    Centre for Humanitarian Dialogue|
    """

  /// Agencies and papers that reports are taken from.
  static let outlets = """
    Reuters, Рейтер, Ройтерз|
    Associated Press, AP|
    Agence France-Presse, AFP|
    Bloomberg, Bloomberg News|
    TASS, ТАСС|
    RIA Novosti, РИА Новости|
    Interfax, Интерфакс|
    Ukrinform, Укрінформ|
    Ukrainska Pravda, Українська правда|
    Xinhua|
    Anadolu, Anadolu Agency|
    Al Jazeera|
    BBC|
    CNN|
    Financial Times|
    New York Times|
    Washington Post|
    Wall Street Journal|
    The Guardian|
    Le Monde|
    Der Spiegel|
    Politico|
    Axios|
    dpa, Deutsche Presse-Agentur|
    Kyodo|
    """
}
