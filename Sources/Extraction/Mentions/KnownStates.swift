/// The members of the United Nations and others that are reported on like states, with what their
/// governments are called: `name, other names | capital | adjectives and people | seats of government`.
enum KnownStates {
  static let lines = """
    Afghanistan, Islamic Emirate of Afghanistan|Kabul|Afghan|
    Albania|Tirana|Albanian|
    Algeria|Algiers|Algerian|El Mouradia
    Andorra|Andorra la Vella|Andorran|
    Angola|Luanda|Angolan|
    Antigua and Barbuda|Saint John's|Antiguan|
    Argentina|Buenos Aires|Argentine, Argentinian|Casa Rosada
    Armenia|Yerevan|Armenian|
    Australia|Canberra|Australian|
    Austria|Vienna|Austrian|Ballhausplatz
    Azerbaijan|Baku|Azerbaijani, Azeri|
    Bahamas, The Bahamas|Nassau|Bahamian|
    Bahrain|Manama|Bahraini|
    Bangladesh|Dhaka|Bangladeshi|
    Barbados|Bridgetown|Barbadian|
    Belarus, Belarussia|Minsk|Belarusian, Belarussian|
    Belgium|Brussels|Belgian|
    Belize|Belmopan|Belizean|
    Benin|Porto-Novo|Beninese|
    Bhutan|Thimphu|Bhutanese|
    Bolivia|La Paz|Bolivian|
    Bosnia and Herzegovina, Bosnia|Sarajevo|Bosnian|
    Botswana|Gaborone|Botswanan|
    Brazil|Brasília, Brasilia|Brazilian|Planalto, Itamaraty
    Brunei, Brunei Darussalam|Bandar Seri Begawan|Bruneian|
    Bulgaria|Sofia|Bulgarian|
    Burkina Faso|Ouagadougou|Burkinabe, Burkinabè|
    Burundi|Gitega|Burundian|
    Cabo Verde, Cape Verde|Praia|Cape Verdean|
    Cambodia|Phnom Penh|Cambodian|
    Cameroon|Yaoundé, Yaounde|Cameroonian|
    Canada|Ottawa|Canadian|
    Central African Republic|Bangui|Central African|
    Chad|N'Djamena|Chadian|
    Chile|Santiago|Chilean|La Moneda
    China, People's Republic of China, PRC|Beijing, Peking|Chinese|Zhongnanhai
    Colombia|Bogotá, Bogota|Colombian|Casa de Nariño
    Comoros|Moroni|Comorian|
    Congo-Brazzaville, Republic of the Congo|Brazzaville||
    Democratic Republic of the Congo, DR Congo, DRC|Kinshasa|Congolese|
    Costa Rica|San José|Costa Rican|
    Côte d'Ivoire, Ivory Coast|Yamoussoukro|Ivorian|
    Croatia|Zagreb|Croatian|
    Cuba|Havana|Cuban|
    Cyprus|Nicosia|Cypriot|
    Czechia, Czech Republic|Prague|Czech|
    Denmark|Copenhagen|Danish|
    Djibouti||Djiboutian|
    Dominica|Roseau||
    Dominican Republic|Santo Domingo|Dominican|
    Ecuador|Quito|Ecuadorian, Ecuadorean|
    Egypt|Cairo|Egyptian|
    El Salvador|San Salvador|Salvadoran|
    Equatorial Guinea|Malabo|Equatoguinean|
    Eritrea|Asmara|Eritrean|
    Estonia|Tallinn|Estonian|
    Eswatini, Swaziland|Mbabane|Swazi|
    Ethiopia|Addis Ababa|Ethiopian|
    Fiji|Suva|Fijian|
    Finland|Helsinki|Finnish|
    France|Paris|French|Élysée, Elysée, Elysee, Matignon, Quai d'Orsay
    Gabon|Libreville|Gabonese|
    Gambia, The Gambia|Banjul|Gambian|
    Georgia|Tbilisi|Georgian|
    Germany|Berlin|German|Federal Chancellery
    Ghana|Accra|Ghanaian|
    Greece|Athens|Greek|Maximos Mansion
    Grenada|Saint George's|Grenadian|
    Guatemala|Guatemala City|Guatemalan|
    Guinea|Conakry|Guinean|
    Guinea-Bissau|Bissau||
    Guyana|Georgetown|Guyanese|
    Haiti|Port-au-Prince|Haitian|
    Honduras|Tegucigalpa|Honduran|
    Hungary|Budapest|Hungarian|
    Iceland|Reykjavik, Reykjavík|Icelandic|
    India|New Delhi, Delhi|Indian|South Block
    Indonesia|Jakarta|Indonesian|
    Iran, Islamic Republic of Iran|Tehran, Teheran|Iranian|
    Iraq|Baghdad|Iraqi|
    Ireland|Dublin|Irish|
    Israel|Jerusalem|Israeli|
    Italy|Rome|Italian|Palazzo Chigi, Quirinale, Farnesina
    Jamaica|Kingston|Jamaican|
    Japan|Tokyo|Japanese|Kantei
    Jordan|Amman|Jordanian|
    Kazakhstan|Astana|Kazakh, Kazakhstani|Akorda
    Kenya|Nairobi|Kenyan|
    Kiribati|Tarawa|I-Kiribati|
    North Korea, Democratic People's Republic of Korea, DPRK|Pyongyang|North Korean|
    South Korea, Republic of Korea|Seoul|South Korean|Blue House
    Kuwait|Kuwait City|Kuwaiti|
    Kyrgyzstan|Bishkek|Kyrgyz|
    Laos|Vientiane|Lao, Laotian|
    Latvia|Riga|Latvian|
    Lebanon|Beirut|Lebanese|Baabda
    Lesotho|Maseru|Basotho|
    Liberia|Monrovia|Liberian|
    Libya|Tripoli|Libyan|
    Liechtenstein|Vaduz||
    Lithuania|Vilnius|Lithuanian|
    Luxembourg||Luxembourgish|
    Madagascar|Antananarivo|Malagasy|
    Malawi|Lilongwe|Malawian|
    Malaysia|Kuala Lumpur, Putrajaya|Malaysian|
    Maldives|Malé|Maldivian|
    Mali|Bamako|Malian|
    Malta|Valletta|Maltese|
    Marshall Islands|Majuro|Marshallese|
    Mauritania|Nouakchott|Mauritanian|
    Mauritius|Port Louis|Mauritian|
    Mexico|Mexico City|Mexican|Los Pinos
    Micronesia|Palikir|Micronesian|
    Moldova|Chisinau, Chișinău|Moldovan|
    Monaco||Monegasque|
    Mongolia|Ulaanbaatar|Mongolian|
    Montenegro|Podgorica|Montenegrin|
    Morocco|Rabat|Moroccan|
    Mozambique|Maputo|Mozambican|
    Myanmar, Burma|Naypyidaw|Burmese|
    Namibia|Windhoek|Namibian|
    Nauru|Yaren|Nauruan|
    Nepal|Kathmandu|Nepali, Nepalese|
    Netherlands, The Netherlands, Holland|The Hague, Amsterdam|Dutch|Binnenhof
    New Zealand|Wellington|New Zealander|Beehive
    Nicaragua|Managua|Nicaraguan|
    Niger|Niamey|Nigerien|
    Nigeria|Abuja|Nigerian|Aso Rock
    North Macedonia, Macedonia|Skopje|Macedonian|
    Norway|Oslo|Norwegian|
    Oman|Muscat|Omani|
    Pakistan|Islamabad|Pakistani|
    Palau|Ngerulmud|Palauan|
    Panama|Panama City|Panamanian|
    Papua New Guinea|Port Moresby|Papua New Guinean|
    Paraguay|Asunción, Asuncion|Paraguayan|
    Peru|Lima|Peruvian|
    Philippines, The Philippines|Manila|Philippine, Filipino|Malacañang, Malacanang
    Poland|Warsaw|Polish|
    Portugal|Lisbon|Portuguese|
    Qatar|Doha|Qatari|
    Romania|Bucharest|Romanian|Cotroceni
    Russia, Russian Federation|Moscow|Russian|Kremlin, Smolenskaya
    Rwanda|Kigali|Rwandan|
    Saint Kitts and Nevis|Basseterre||
    Saint Lucia|Castries||
    Saint Vincent and the Grenadines|Kingstown||
    Samoa|Apia|Samoan|
    San Marino||Sammarinese|
    São Tomé and Príncipe||Santomean|
    Saudi Arabia|Riyadh|Saudi, Saudi Arabian|
    Senegal|Dakar|Senegalese|
    Serbia|Belgrade|Serbian|
    Seychelles||Seychellois|
    Sierra Leone|Freetown|Sierra Leonean|
    Singapore||Singaporean|Istana
    Slovakia|Bratislava|Slovak|
    Slovenia|Ljubljana|Slovenian, Slovene|
    Solomon Islands|Honiara||
    Somalia|Mogadishu|Somali|Villa Somalia
    South Africa|Pretoria|South African|Union Buildings
    South Sudan|Juba|South Sudanese|
    Spain|Madrid|Spanish|Moncloa
    Sri Lanka|Colombo|Sri Lankan|
    Sudan|Khartoum|Sudanese|
    Suriname|Paramaribo|Surinamese|
    Sweden|Stockholm|Swedish|Rosenbad
    Switzerland|Bern, Berne|Swiss|
    Syria|Damascus|Syrian|
    Tajikistan|Dushanbe|Tajik|
    Tanzania|Dodoma|Tanzanian|
    Thailand|Bangkok|Thai|Government House
    Timor-Leste, East Timor|Dili|Timorese|
    Togo|Lomé, Lome|Togolese|
    Tonga|Nuku'alofa|Tongan|
    Trinidad and Tobago|Port of Spain|Trinidadian|
    Tunisia|Tunis|Tunisian|Carthage Palace
    Türkiye, Turkey, Turkiye|Ankara|Turkish|Beştepe, Bestepe
    Turkmenistan|Ashgabat|Turkmen|
    Tuvalu|Funafuti|Tuvaluan|
    Uganda|Kampala|Ugandan|
    Ukraine|Kyiv, Kiev|Ukrainian|Bankova, Bankovaya, Mariinskyi Palace
    United Arab Emirates, UAE|Abu Dhabi|Emirati|
    United Kingdom, UK, Britain, Great Britain|London|British|Downing Street, Number 10, Whitehall
    United States, US, USA, U.S., United States of America, America|Washington|American|White House, Oval Office, State Department, Pentagon
    Uruguay|Montevideo|Uruguayan|
    Uzbekistan|Tashkent|Uzbek|
    Vanuatu|Port Vila||
    Venezuela|Caracas|Venezuelan|Miraflores
    Vietnam, Viet Nam|Hanoi|Vietnamese|
    Yemen|Sana'a, Sanaa|Yemeni|
    Zambia|Lusaka|Zambian|
    Zimbabwe|Harare|Zimbabwean|
    Holy See, Vatican|Vatican City|Vatican|
    Palestine, State of Palestine|Ramallah|Palestinian|Muqata
    Kosovo|Pristina, Prishtina|Kosovar|
    Taiwan|Taipei|Taiwanese|
    """

  /// Names of states and capitals in Ukrainian and Russian, by the English name.
  static let cyrillic = """
    Ukraine|Україна, Украина|Київ, Киев|український, украинский|Банкова, Банковая
    Russia|Росія, Россия, РФ, Російська Федерація, Российская Федерация|Москва|російський, российский|Кремль
    Belarus|Білорусь, Беларусь, Белоруссия|Мінськ, Минск|білоруський, белорусский|
    United States|США, Сполучені Штати, Соединенные Штаты|Вашингтон|американський, американский|Білий дім, Белый дом
    United Kingdom|Велика Британія, Великобритания, Британія, Британия|Лондон|британський, британский|Даунінг-стріт
    France|Франція, Франция|Париж|французький, французский|Єлисейський палац, Елисейский дворец
    Germany|Німеччина, Германия, ФРГ|Берлін, Берлин|німецький, немецкий|
    Poland|Польща, Польша|Варшава|польський, польский|
    Türkiye|Туреччина, Турция|Анкара|турецький, турецкий|
    China|Китай, КНР|Пекін, Пекин|китайський, китайский|
    Israel|Ізраїль, Израиль|Єрусалим, Иерусалим|ізраїльський, израильский|
    Iran|Іран, Иран|Тегеран|іранський, иранский|
    Georgia|Грузія, Грузия|Тбілісі, Тбилиси|грузинський, грузинский|
    Armenia|Вірменія, Армения|Єреван, Ереван|вірменський, армянский|
    Azerbaijan|Азербайджан|Баку|азербайджанський, азербайджанский|
    Moldova|Молдова|Кишинів, Кишинев|молдовський, молдавский|
    Kazakhstan|Казахстан|Астана|казахстанський, казахстанский|
    Hungary|Угорщина, Венгрия|Будапешт|угорський, венгерский|
    Romania|Румунія, Румыния|Бухарест|румунський, румынский|
    Italy|Італія, Италия|Рим|італійський, итальянский|
    Spain|Іспанія, Испания|Мадрид|іспанський, испанский|
    Canada|Канада|Оттава|канадський, канадский|
    Switzerland|Швейцарія, Швейцария|Берн|швейцарський, швейцарский|
    Saudi Arabia|Саудівська Аравія, Саудовская Аравия|Ер-Ріяд, Эр-Рияд|саудівський, саудовский|
    Qatar|Катар|Доха|катарський, катарский|
    Syria|Сирія, Сирия|Дамаск|сирійський, сирийский|
    Serbia|Сербія, Сербия|Белград|сербський, сербский|
    North Korea|Північна Корея, Северная Корея, КНДР|Пхеньян|північнокорейський, северокорейский|
    Japan|Японія, Япония|Токіо, Токио|японський, японский|
    India|Індія, Индия|Нью-Делі, Нью-Дели|індійський, индийский|
    """
}
