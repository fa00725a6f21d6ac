"""Letters in many voices and languages, and mails as long that are none: invented, one a line."""
# ruff: noqa: E501  # one mail a line

from __future__ import annotations

LETTERS: tuple[str, ...] = (
    'Sehr geehrte Damen und Herren,\n\nals angehende Neuroinformatikerin verfolge ich Ihre Forschung seit zwei Jahren. Der Gedanke, dass jede kortikale Säule Modelle der Welt bildet, hat meinen Blick auf das Lernen verändert. In einem Seminar habe ich die Boosting-Regeln nachgerechnet und in Julia nachgebaut.\n\nMein Lebenslauf liegt bei.\n\nMit freundlichen Grüßen\nIda',
    'Hallo Numenta-Team,\n\nseit ich auf einer Konferenz von HTM gehört habe, lese ich alles dazu, was ich finden kann. Nebenbei schreibe ich an einem Anomaliedetektor für unser Institutsnetz; er läuft inzwischen auf drei Servern. Gern würde ich bei Ihnen sehen, wie man so etwas richtig macht.\n\nViele Grüße, Sven',
    "Madame, Monsieur,\n\nVos articles sur la prédiction de séquences m'ont convaincu que le cortex mérite mieux que des métaphores. Pendant mon année de césure, j'ai reconstruit l'algorithme de mémoire temporelle et je l'ai testé sur des relevés de marées. Il me reste beaucoup de questions, et c'est chez vous que je voudrais y répondre.\n\nCordialement,\nNoé",
    "Bonjour,\n\nÉlève à l'ENSIMAG, je consacre mes soirées à une bibliothèque de réseaux parcimonieux en OCaml. Elle est encore lente, mais elle apprend. Travailler avec des gens qui se posent les mêmes questions serait pour moi une chance rare.\n\nBien à vous,\nMaud",
    'Estimado equipo:\n\nLlevo un año siguiendo los videos de HTM School y este semestre armé con dos compañeros un detector de fallas para bombas de agua. Cada vez que el modelo acierta me pregunto qué es lo que en realidad aprendió. Me encantaría buscar la respuesta con ustedes.\n\nSaludos,\nRamiro',
    'Hola:\n\nMi tesis estudia cómo las ratas aprenden secuencias de olores. Sus trabajos sobre la memoria temporal me dieron por primera vez una hipótesis que puedo medir. Tengo los datos y el código; me falta un lugar donde discutirlos.\n\nAtte., Elena',
    'Prezados senhores,\n\nDesde que li sobre memória hierárquica não consigo mais olhar para uma rede neural comum do mesmo jeito. No laboratório, montei um pequeno experimento com sensores de temperatura e o HTM previu a falha do compressor dois dias antes. Quero entender por que funcionou.\n\nAtt., Bruna',
    'Numenta团队：\n\n你们好！去年冬天我第一次看到杰夫的演讲，从此对大脑皮层的计算原理念念不忘。我用Python复现了时间记忆算法，并在学校的电力数据上做了测试，效果出乎意料地好。我很想跟你们一起继续做下去。\n\n王小雨',
    '招募負責人您好：\n\n我目前就讀電機所，碩士論文做的是事件相機的稀疏編碼。讀了貴公司的論文之後，我把空間池化的程式改寫成硬體描述語言，跑在實驗室的FPGA上。希望有機會到貴公司學習，把這個想法做完。\n\n敬上\n陳怡君',
    '尊敬的招聘团队：\n\n我是南京大学软件工程专业的研究生。过去一年我一直在维护一个流式数据处理的开源库，目前有三百多个用户。我读过NuPIC的源码，也修过其中的一个小错误。期待能在贵公司把工程能力和脑科学结合起来。\n\n此致\n敬礼\n周强',
    "Egregi signori,\n\nleggo i vostri articoli da quando un professore me ne ha parlato a lezione. Per la tesi triennale ho scritto un simulatore di colonne corticali e l'ho confrontato con una LSTM su dati di traffico. Vorrei capire dove il mio modello sbaglia.\n\nCordiali saluti,\nGiulia",
    'Hello,\n\nI record calcium signals from the barrel cortex of mice for my PhD, and I spend half of my days explaining to computers what a whisker is. Your account of why predictions should show up as depolarized cells is the first one that told me where to put the electrode. Three months with the people who wrote it would change my thesis.\n\nTess',
    "Dear Numenta,\n\nMy grandmother has Alzheimer's, and watching her lose sequences before she loses facts made me pick up a book about the neocortex. I have not put it down. I now teach myself Python at night and simulate tiny columns that forget in the same order.\n\nRegards,\nJoel",
    'Hi! Nobody in my department works on brains, so I started a reading group. We are five people, a box of cookies and your white paper. Last week we argued for two hours about whether inhibition should be global. I need to talk to people who know.\n\nMei',
    'Dear Sir or Madam,\n\nMyself Arjun from Chennai. Since two years I am working on time series prediction of monsoon in my college lab. By your NuPIC I got better result than ARIMA and my guide was surprised. To do my internship in your esteemed company is my dream and I will give my full effort.\n\nThanking you,\nArjun',
    "hey numenta,\n\nbackend dev turned student here. spent six years making ad servers faster and got bored of it. your codebase is the first one in years that i read for fun, on a train, without anyone paying me. i've already sent two PRs for the C++ core. let me do it all summer?\n\nnik",
    'Dear hiring team,\n\nAt Oakwood I lead the data club, where forty students learn to clean, plot and question numbers. The part of the job that I like best is the moment when a plot contradicts everybody. Streaming anomalies are that moment all day long, and I would be proud to work on the engine behind them.\n\nSincerely,\nPaula',
    'Dear Numenta,\n\nI design circuits that use as little power as possible, and brains embarrass all of them. Sparse activity is the only trick that I have seen that could close the gap. Your models make it precise enough to simulate, which is why I want to spend my winter with them. I bring Verilog, C++ and patience.\n\nOmar',
    'Здравствуйте!\n\nВаши статьи о предсказании последовательностей я прочитал ещё на втором курсе. С тех пор я пытаюсь повторить эти опыты: написал свою реализацию на Go и проверил её на данных городского транспорта. Мне не хватает людей, с которыми можно об этом спорить.\n\nИлья',
    'Guten Tag,\n\nich arbeite als Werkstudent an einer Software für Windkraftanlagen. Dort vergleichen wir verschiedene Verfahren, und NuPIC hat als einziges den Lagerschaden vor dem Ausfall gemeldet. Seitdem möchte ich wissen, wie es von innen aussieht.\n\nBeste Grüße\nTim',
)  # fmt: skip

FORMALITIES: tuple[str, ...] = (
    'Dear Numenta,\n\nPlease find attached my resume and cover letter. I am available from June 5 to August 25. My area is Algorithms. I am a US citizen.\n\nThank you,\nAna',
    'Hello,\n\nMy courses are: Linear Algebra, Operating Systems, Machine Learning, Statistics and Databases. I can start on May 15. My GPA is 3.7. You can reach me at 614-555-0123.\n\nBest, Ana',
    'Sehr geehrte Damen und Herren,\n\nanbei sende ich Ihnen meine Unterlagen. Der Zeitraum wäre vom 1. Juni bis 31. August 2017, der Bereich Softwareentwicklung. Für Rückfragen stehe ich gern zur Verfügung.\n\nMit freundlichen Grüßen\nIda',
    'Bonjour,\n\nVous trouverez ci-joint mon CV et mes relevés de notes. Je suis disponible du 1er juin au 31 août. Je reste à votre disposition pour tout renseignement.\n\nCordialement',
    'Estimados:\n\nAdjunto mi currículum y mi certificado de notas. Estoy disponible de junio a agosto de 2017 para el área de algoritmos. Quedo atento a su respuesta.\n\nSaludos',
    '您好，附件是我的简历和成绩单。我可以从2017年6月到8月实习，方向是算法。谢谢！',
    'Prezados,\n\nSegue em anexo o meu currículo. Tenho disponibilidade de junho a agosto. Aguardo retorno.\n\nObrigado',
    'Hi,\n\nmy university needs a signed form before I can get CPT. The deadline of the form is May 1. I am going to be away between December 20 and January 5 and cannot answer the phone then. My resume is attached.\n\nLi',
    'Hello, sorry for the second mail. The first one had the wrong file because my laptop crashed and I had to use the computer at the library. The resume is now attached as a PDF. My transcript will follow when the registrar opens on Monday.\n\nThanks, Pat',
    'Hi. Software Engineering, summer 2017, May 22 - Aug 25. Permanent resident. Resume attached, courses inside. No housing needed, I live in San Jose.\n\nKai',
    'Dear Recruiter, I am a junior in computer science at Elm State, graduating in May 2018. I would like to apply for the software engineering internship in the summer of 2017. My resume is attached. I look forward to hearing from you.\n\nJo',
    "Dear team,\n\nMy visa runs out in September, therefore I need to leave the country by the 15th. My school's semester begins on August 28. I live in Boston at the moment and would move for the summer. Please tell me if you need my passport number.\n\nBo",
)  # fmt: skip
