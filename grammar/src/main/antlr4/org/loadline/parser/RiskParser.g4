/*
 * The grammar of .risk files.
 *
 * Line breaks that only continue a line are gone before this grammar sees the text: a NEWLINE stands
 * between two items of a block and nowhere else, and brackets are in pairs (see Layout). Every nesting
 * form has brackets; chains of operators are loops, so that they cost no stack. Some rules take more
 * than the language allows; the tree builder then says what is wrong better than a parser could.
 */
parser grammar RiskParser;

options { tokenVocab = RiskLexer; }

// ---- Files

file : (item (NEWLINE item)*)? EOF ;

expressionAlone : body EOF ;

item
    : header
    | importDeclaration
    | unitDeclaration
    | paramDeclaration
    | choiceDeclaration
    | entityDeclaration
    | systemDeclaration
    | groupDeclaration
    | tableDeclaration
    | gridDeclaration
    | snapshotTable
    | columnsDeclaration
    | togetherDeclaration
    | envelopeDeclaration
    | forEachDeclaration
    | functionDeclaration
    | reportDeclaration
    | propertyDeclaration
    | testDeclaration
    | examplesDeclaration
    | casesDeclaration
    | parametersDeclaration
    | waterfallDeclaration
    | actionDeclaration
    | assumption
    | rowReplacement
    | stateDefinition
    | definition
    ;

header : kind=(POLICY | LIBRARY) own=path (REFINES base=path)? ;

importDeclaration : IMPORT path ;

unitDeclaration : UNIT unit=name (OF owner=name)? ;

choiceDeclaration : CHOICE choice=name LBRACE members+=name (COMMA members+=name)* RBRACE ;

reportDeclaration : REPORT reportItem (COMMA reportItem)* ;

/** What a fact means to those whom the policy governs. */
reportItem : reported (AS role=name)? ;

reported : name trailer* ;

propertyDeclaration : PROPERTY title=STRING (FOR EACH entity=name)? COLON condition ;

assumption : ASSUME condition ;

// ---- Params and what governance may do with them

paramDeclaration : REPLACE? PARAM param=name (COLON type)? EQ expression limits? ;

columnsDeclaration : COLUMNS OF table=name columnBlock ;

columnBlock : LBRACE (columnLimits (NEWLINE columnLimits)*)? RBRACE ;

columnLimits : column=name limits ;

/** Params, and columns of tables, that are changed in one proposal or not at all. */
togetherDeclaration : CHANGES TOGETHER members+=path (COMMA members+=path)* ;

limits : limit (COMMA limit)* ;

limit
    : allowance     # allowanceLimit
    | REFUSED       # refusedLimit
    | CLIPPED       # clippedLimit
    ;

allowance
    : WITHIN range                                            # withinLimit
    | CHANGING BY AT MOST most=sum (OF ITS VALUE)? clock?     # changingLimit
    | CHANGES TOGETHER WITH other=name                        # togetherLimit
    | NEVER TO zero=name                                      # neverLimit
    ;

clock
    : ONCE IN period=sum      # onceIn
    | IN ANY period=sum       # inAny
    ;

range : low=sum RANGE high=sum ;

// ---- Mandates: what may change without a vote

envelopeDeclaration : ENVELOPE title=STRING (OF policy=path)? (FROM from=DATE)? (UNTIL until=DATE)? envelopeBlock ;

envelopeBlock : LBRACE (envelopeItem (NEWLINE envelopeItem)*)? RBRACE ;

envelopeItem
    : subject=path (allowance (COMMA limit)*)?  # permittedItem
    | CHANGES TOGETHER path (COMMA path)*       # togetherItem
    | REQUIRE requirementHead? condition        # requirementItem
    ;

requirementHead
    : title=STRING COLON
    | title=STRING? FOR EACH table=name COLON
    ;

// ---- Entities and their inputs

entityDeclaration : ENTITY entity=name memberBlock ;

systemDeclaration : SYSTEM memberBlock ;

memberBlock : LBRACE (member (NEWLINE member)*)? RBRACE ;

member
    : keyMember
    | referenceMember
    | inputMember
    | maximumMember
    | assumption
    ;

keyMember : KEY key=name (COLON type)? ;

referenceMember : OF entity=name (AS alias=name)? orNone? listedAs? ;

inputMember : inputNames COLON type (IN STEPS OF step)? bucket? orNone? orUnlimited? (WITHIN range)? listedAs? ;

/** What a waterfall may do with the input: how low it may fall, and which side it is on. */
bucket
    : side=(HOLDS | OWES) (FLOOR lowest=sum)?
    | FLOOR lowest=sum
    ;

inputNames
    : name (COMMA name)*
    | name LPAREN familyChoice (COMMA familyChoice)* RPAREN
    ;

familyChoice : name (COLON type)? ;

orNone : OR NONE ;

orUnlimited : OR sentinel=name ;

listedAs : LISTED AS plural=name ;

maximumMember : subject=name IS value=name ;

// ---- Groups: rows that are made of rows

groupDeclaration : GROUP group=name (OF owner=name)? FROM rows=name (WHERE condition)? BY path (COMMA path)* listedAs? ;

step : sum PLACES? ;

type : (SERIES OF)? factors+=typeFactor (signs+=(STAR | SLASH) factors+=typeFactor)* ;

typeFactor
    : name
    | ownedName OF path
    | NUMBER
    ;

// ---- Facts

forEachDeclaration : FOR EACH entity=name (RANKED BY order)? factBlock ;

functionDeclaration : FUNCTION function=name LPAREN (parameter (COMMA parameter)*)? RPAREN factBlock ;

factBlock : LBRACE (fact (NEWLINE fact)*)? RBRACE ;

fact
    : definition
    | stateDefinition
    | assumption
    ;

definition : REPLACE? fact_=name parameters? (COLON type)? EQ body needs? localNames? ;

stateDefinition : REPLACE? STATE state_=name COLON type STARTS start=sum EQ body localNames? ;

parameters : LPAREN parameter (COMMA parameter)* RPAREN ;

parameter : name (COLON type orNone? orUnlimited?)? ;

needs : NEEDS condition ;

localNames : WITH local (COMMA local)* ;

local : name parameters? EQ expression misplaced=misplacedGiven? ;

// ---- Bodies: a decision stands here or in brackets

body : arm (PIPE arm)* ;

arm : supposed guard? ;

guard
    : WHEN condition     # whenGuard
    | OTHERWISE          # otherwiseGuard
    ;

// ---- Expressions, loosest first. What is supposed stands in a body, never in a list with commas

supposed : alternatives+=world (ELSE alternatives+=world)* ;

world : alternative supposition? ;

supposition : GIVEN change (COMMA change)* ;

change
    : changed EQ value=operand (WHERE condition)?    # inputChange
    | ALSO entity=name settingBlock                  # rowChange
    ;

/** Where a comma would end what stands here: said better than a parser could. */
misplacedGiven : GIVEN changed EQ operand ;

changed : name (DOT name)? (LPAREN family+=name (COMMA family+=name)* RPAREN)? ;

expression : alternatives+=alternative (ELSE alternatives+=alternative)* ;

alternative
    : way=(FIRST | LAST) name IN low=sum RANGE high=sum BY size=sum SUCH THAT condition    # search
    | THE name IN many (WHERE condition)? WITH extreme=(LEAST | GREATEST) measure=sum      # pick
    | FOLD carried (COMMA carried)* OVER name IN many (WHERE keeps=condition)?
          (WHILE goes=condition)? COLON carriedOn                                                # fold
    | REPEAT AT MOST most=sum TIMES carried (COMMA carried)* WHILE condition COLON carriedOn     # repeat
    | operand ranking?                                                                           # plain
    ;

/** What is carried from one element to the next, and what it starts from. */
carried : name FROM sum ;

/** One value is said alone; several are named, each in its line. */
carriedOn
    : carriedBlock
    | operand
    ;

carriedBlock : LBRACE (carriedItem ((COMMA | NEWLINE) carriedItem)*)? RBRACE ;

carriedItem : name EQ body ;

// ---- Collections: rows, members, whole numbers; some of them; in an order

many : low=sum (RANGE high=sum)? (WITHIN window=sum)? ranking? ;

ranking : (WHERE condition)? RANKED BY order (TAKE FIRST most=sum)? ;

condition : operand ;

operand : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT* comparison ;

comparison : sum test* ;

test
    : sign=(EQ | NE | LT | LE | GT | GE) sum                   # compareTest
    | IS NOT? sum                                              # isTest
    | NOT? IN range                                            # rangeTest
    | NOT? IN LBRACE name (COMMA name)* RBRACE                 # setTest
    | OLDER THAN sum                                           # olderTest
    | AT sum                                                   # asOfTest
    ;

sum : product (signs+=(PLUS | MINUS | LESS) product)* ;

product : signed (signs+=(STAR | SLASH) signed)* ;

signed : MINUS* cast ;

cast : postfix (AS kind=name)? ;

postfix : primary trailer* ;

trailer
    : DOT name       # memberTrailer
    | arguments      # callTrailer
    ;

arguments : LPAREN (argument (COMMA argument)* comprehension?)? RPAREN ;

argument
    : (label=name COLON)? expression (WITHIN window=sum)? misplaced=misplacedGiven? (WEIGHTED BY weight=sum)? (WHERE condition)? (TO step)?    # valueArgument
    | HALF tie=name                                                                             # tieArgument
    ;

comprehension : FOR binder (COMMA binder)* (WHERE condition)? ;

binder : name IN many ;

primary
    : NUMBER unitName?           # numberPrimary
    | PERCENT                    # percentPrimary
    | STRING                     # textPrimary
    | DATE                       # datePrimary
    | INSTANT                    # instantPrimary
    | (TRUE | FALSE)             # flagPrimary
    | NONE                       # nonePrimary
    | when=(WAS | HELD) unitName # lastPrimary
    | name                       # namePrimary
    | LPAREN body (WITHIN window=sum)? RPAREN # bracketPrimary
    ;

path : name (DOT name)* ;

// ---- Tables: a row is a line

tableDeclaration : REPLACE? TABLE table=name (BY tableKeys)? tableWord* rowBlock ;

gridDeclaration : GRID grid=name (COLON type)? BY tableKeys tableWord* rowBlock ;

snapshotTable : TABLE table=name (OF owner=name)? FROM rows=name BY tableKeys tableWord* ;

rowReplacement : REPLACE ROWS OF table=name rowBlock ;

examplesDeclaration : EXAMPLES subject=name rowBlock ;

tableKeys : tableKey (COMMA tableKey)* ;

tableKey : name (COLON type)? ;

tableWord : MARGINAL | LINEAR | CLAMP | SYMMETRIC ;

rowBlock : LBRACE (row (NEWLINE row)*)? RBRACE ;

/** The cell after the last bar is empty. */
row : PIPE cell (PIPE cell)* ;

cell
    : low=bound (RANGE high=bound)?         # boundCell
    | BELOW bound                           # belowCell
    | UP TO bound                           # upToCell
    | FROM low=bound (BELOW high=bound)?    # fromCell
    | STRING                                # textCell
    | MINUS                                 # otherSideCell
    | name COLON type                       # typedCell
    | word+                                 # wordsCell
    |                                       # emptyCell
    ;

bound
    : sign=(PLUS | MINUS)? NUMBER unitName?    # numberBound
    | sign=(PLUS | MINUS)? PERCENT             # percentBound
    | DATE                                     # dateBound
    | INSTANT                                  # instantBound
    ;

// ---- Waterfalls

waterfallDeclaration : WATERFALL waterfall=name OF entity=name (WHEN condition)? waterfallBlock ;

waterfallBlock : LBRACE (waterfallItem (NEWLINE waterfallItem)*)? RBRACE ;

waterfallItem
    : COVERS name                                                       # coversItem
    | SERVE IN ORDER OF order (COMMA? AGAIN AFTER EACH)?                # serveItem
    | FIX path (COMMA path)*                                            # fixItem
    | LIVE path (COMMA path)*                                           # liveItem
    | CARRY name COLON type (IN STEPS OF step)? STARTS sum              # carryItem
    | STOP WHEN condition                                               # stopItem
    | STEP name (WHEN condition)? entryBlock                            # stepItem
    | REMAINDER name                                                    # remainderItem
    ;

actionDeclaration : ACTION action=name LPAREN (parameter (COMMA parameter)*)? RPAREN actionBlock ;

actionBlock : LBRACE (actionItem (NEWLINE actionItem)*)? RBRACE ;

actionItem
    : FIX path (COMMA path)*     # fixLine
    | LIVE path (COMMA path)*    # liveLine
    | entry                      # entryLine
    ;

entryBlock : LBRACE (entry (NEWLINE entry)*)? RBRACE ;

entry
    : FOR EACH name (IN collection=sum)? (WHERE filter=condition)? (RANKED BY order)?
        (WHILE going=condition)? (COLON entry | entryBlock)                                 # eachEntry
    | MOVE amount=sum FROM from=place TO to=place (COMMA clause)*                           # moveEntry
    | CANCEL amount=sum OF holding=place AGAINST obligation=place (COMMA clause)*           # cancelEntry
    | RAISE one=place AND other=place BY amount=sum (COMMA clause)*                         # raiseEntry
    | CREATE name settingBlock                                                              # createEntry
    | SET place TO expression                                                               # setEntry
    | REFUSE reason=sum WHEN condition                                                      # refuseEntry
    | SHARE amount=sum FROM from=end TO to=end BY weight=sum (COMMA clause)*                # shareEntry
    | name arguments                                                                        # callEntry
    ;

/** A bucket, as a path. */
place : name trailer* ;

/** A bucket, or one of each of many rows. */
end : place (WHERE condition)? ;

clause
    : AT MOST cap                       # atMostClause
    | EACH AT MOST cap                  # eachAtMostClause
    | REFILLED                          # refilledClause
    | ONCE                              # onceClause
    | IN STEPS OF step                  # inStepsClause
    | REMAINDER TO THE LARGEST order    # largestClause
    ;

/** {@code 50% of insurance} is half of it. */
cap : part=sum (OF whole=sum)? ;

order : orderKey (THEN orderKey)* ;

orderKey : sum direction=(ASCENDING | DESCENDING)? ;

// ---- Tests

testDeclaration : TEST title=STRING statementBlock ;

statementBlock : LBRACE (statement (NEWLINE statement)*)? RBRACE ;

statement
    : GIVEN PARAM param=name EQ expression                              # givenParam
    | GIVEN subject=name rowKey? settingBlock? (NEWLINE? children)*     # givenRow
    | RUN waterfall=name                                                # runWaterfall
    | EXPECT FAULT supposed                                             # expectFault
    | EXPECT supposed                                                   # expectHolds
    ;

rowKey : name | STRING | NUMBER | DATE ;

settingBlock : LBRACE (setting ((COMMA | NEWLINE) setting)*)? RBRACE ;

setting : when=(WAS | HELD)? name (LPAREN family+=name (COMMA family+=name)* RPAREN)? EQ expression ;

children : WITH plural=name row (NEWLINE row)* ;

// ---- Published cases of a rule

casesDeclaration : CASES file_=STRING RULE rules+=STRING (COMMA rules+=STRING)* caseFilter? caseBlock ;

/** How a protocol's snapshot of its parameters is read. */
parametersDeclaration : PARAMETERS title=STRING caseFilter? caseBlock ;

caseBlock : LBRACE (caseItem (NEWLINE caseItem)*)? RBRACE ;

caseItem
    : SCALES BY SUFFIX suffixScale (COMMA suffixScale)*                                        # scalesItem
    | subject=name IS value=name                                                               # maximumItem
    | GIVEN subject=name rowKey? (FROM sourcePath)? caseFilter? caseShown? caseFieldBlock?     # givenItem
    | RUN waterfall=name                                                                       # runItem
    | EXPECT reported AS casePath caseScale? spelling? expectShown?                            # expectItem
    | SHOWN form=name AS casePiece+                                                            # shownItem
    | IGNORE sourcePath (COMMA sourcePath)*                                                    # ignoreItem
    ;

caseShown : SHOWN form=name ;

/** One form, or the one that is called as the fact's member. */
expectShown : SHOWN BY? form=name ;

/** A part of the text that is shown: words, a number or another value, the rows of a mask. */
casePiece
    : STRING                                                                  # wordsPiece
    | EACH entity=name DOT label=name BY bit=name at_=name                    # bitsPiece
    | look=name (DOT part=name)? (AT scale=NUMBER PLACES)? (LESS less=NUMBER)?
        (cut=name TO places=NUMBER PLACES)?                                   # valuePiece
    ;

suffixScale : suffix=name EQ NUMBER (PLACES | unitName) ;

caseFieldBlock : LBRACE (caseField ((COMMA | NEWLINE) caseField)*)? RBRACE ;

caseField
    : when=WAS? field=name (LPAREN family+=name (COMMA family+=name)* RPAREN)?
        (EQ expression | (FROM sourcePath)? caseScale? spelling? (ELSE otherwise=expression)? caseShown?)
    ;

caseScale
    : AT MINUS? (NUMBER | sourcePath) PLACES
    | IN unitName
    ;

spelling : SPELLED LBRACE (spelled ((COMMA | NEWLINE) spelled)*)? RBRACE ;

spelled : (STRING | MINUS? NUMBER | TRUE | FALSE) EQ expression ;

caseFilter : WHERE caseTest (AND caseTest)* ;

caseTest
    : sourcePath sign=(EQ | NE) (STRING | MINUS? NUMBER | TRUE | FALSE)
    | sourcePath IS state_=name
    ;

/** A way into a document: `a.b`, `xs[]` each element, `xs[1]` the first, `xs{}` each entry. */
sourcePath : sourceStep (DOT sourceStep)* ;

sourceStep : (name | STRING) sourceIndex* ;

sourceIndex
    : LBRACKET NUMBER? RBRACKET
    | LBRACE RBRACE
    ;

/** The same for results; the facts of a row say which element or entry is its own. */
casePath : caseStep (DOT caseStep)* ;

caseStep : (name | STRING) caseIndex* ;

caseIndex
    : LBRACKET (NUMBER | label=name COLON fact_=name | place_=name) RBRACKET
    | LBRACE key_=name RBRACE
    ;

// ---- Words

name : IDENT | noun | link ;

unitName : IDENT | noun ;

/** A word in a cell: any at all. */
word : name | reserved ;

reserved
    : AND | ASSUME | BY | EACH | ELSE | FALSE | FOR | GIVEN | IN | IS | NONE | NOT | OF | OR | OTHERWISE | TRUE
    | WHEN | WHERE
    ;

/** A unit of a row cannot be called `series`: that is how a series begins. */
ownedName : IDENT | ownedNoun | link ;

noun : SERIES | ownedNoun ;

ownedNoun
    : ACTION | CANCEL | CARRY | CASES | CHOICE | COLUMNS | CREATE | ENTITY | ENVELOPE | EXAMPLES | EXPECT
    | FAULT | FIX | FOLD | FUNCTION | GRID | GROUP | IGNORE | IMPORT | KEY | LARGEST | LIBRARY | MOVE
    | ORDER | PARAM | PARAMETERS | POLICY | PROPERTY | RAISE | REFUSE | REMAINDER | REPEAT | REPLACE
    | REPORT | REQUIRE | ROWS | RULE | RUN | SCALES | SERVE
    | SET | SHARE | STATE | STEP | STEPS | STOP | SUFFIX | SYSTEM | TABLE | TEST | UNIT | VALUE | WATERFALL
    ;

link
    : AFTER | AGAIN | AGAINST | ALSO | ANY | AS | ASCENDING | AT | BELOW | CHANGES | CHANGING | CLAMP
    | CLIPPED | COVERS | DESCENDING | FIRST | FLOOR | FROM | GREATEST | HALF | HELD | HOLDS | ITS | LAST
    | LEAST | LESS | LINEAR | LISTED | LIVE | MARGINAL | MOST | NEEDS | NEVER | OLDER | ONCE | OVER | OWES
    | PLACES | RANKED | REFILLED | REFINES | REFUSED | SHOWN | SPELLED | STARTS | SUCH | SYMMETRIC | TAKE
    | THAN | THAT | THE | THEN | TIMES | TO | TOGETHER | UNTIL | UP | WAS | WEIGHTED | WHILE | WITH
    | WITHIN
    ;
