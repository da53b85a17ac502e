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
    | tableDeclaration
    | gridDeclaration
    | snapshotTable
    | columnsDeclaration
    | forEachDeclaration
    | functionDeclaration
    | reportDeclaration
    | propertyDeclaration
    | testDeclaration
    | examplesDeclaration
    | assumption
    | rowReplacement
    | stateDefinition
    | definition
    ;

header : kind=(POLICY | LIBRARY) own=path (REFINES base=path)? ;

importDeclaration : IMPORT path ;

unitDeclaration : UNIT unit=name (OF owner=name)? ;

choiceDeclaration : CHOICE choice=name LBRACE members+=name (COMMA members+=name)* RBRACE ;

reportDeclaration : REPORT reported (COMMA reported)* ;

reported : name trailer* ;

propertyDeclaration : PROPERTY title=STRING (FOR EACH entity=name)? COLON condition ;

assumption : ASSUME condition ;

// ---- Params and what governance may do with them

paramDeclaration : REPLACE? PARAM param=name (COLON type)? EQ expression limits? ;

columnsDeclaration : COLUMNS OF table=name columnBlock ;

columnBlock : LBRACE (columnLimits (NEWLINE columnLimits)*)? RBRACE ;

columnLimits : column=name limits ;

limits : limit (COMMA limit)* ;

limit
    : WITHIN range                                            # withinLimit
    | CHANGING BY AT MOST most=sum (OF ITS VALUE)? clock?     # changingLimit
    | REFUSED                                                 # refusedLimit
    | CLIPPED                                                 # clippedLimit
    | CHANGES TOGETHER WITH other=name                        # togetherLimit
    ;

clock
    : ONCE IN period=sum      # onceIn
    | IN ANY period=sum       # inAny
    ;

range : low=sum RANGE high=sum ;

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

inputMember : inputNames COLON type (IN STEPS OF step)? orNone? orUnlimited? (WITHIN range)? listedAs? ;

inputNames
    : name (COMMA name)*
    | name parameters
    ;

orNone : OR NONE ;

orUnlimited : OR sentinel=name ;

listedAs : LISTED AS plural=name ;

maximumMember : subject=name IS value=name ;

step : sum PLACES? ;

type : (SERIES OF)? factors+=typeFactor (signs+=(STAR | SLASH) factors+=typeFactor)* ;

typeFactor
    : name
    | ownedName OF path
    | NUMBER
    ;

// ---- Facts

forEachDeclaration : FOR EACH entity=name factBlock ;

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

parameter : name (COLON type)? ;

needs : NEEDS condition ;

localNames : WITH local (COMMA local)* ;

local : name parameters? EQ expression ;

// ---- Bodies: a decision stands here or in brackets

body : arm (PIPE arm)* ;

arm : expression guard? ;

guard
    : WHEN condition     # whenGuard
    | OTHERWISE          # otherwiseGuard
    ;

// ---- Expressions, loosest first

expression : alternatives+=alternative (ELSE alternatives+=alternative)* ;

alternative
    : THE name IN collection=sum (WITHIN window=sum)? (WHERE condition)? WITH extreme=(LEAST | GREATEST) measure=sum    # pick
    | operand                                                                                  # plain
    ;

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
    : (label=name COLON)? expression (WITHIN window=sum)? (WEIGHTED BY weight=sum)? (WHERE condition)? (TO step)?    # valueArgument
    | HALF tie=name                                                                             # tieArgument
    ;

comprehension : FOR binder (COMMA binder)* (WHERE condition)? ;

binder : name IN collection=sum (WITHIN window=sum)? ;

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

// ---- Tests

testDeclaration : TEST title=STRING statementBlock ;

statementBlock : LBRACE (statement (NEWLINE statement)*)? RBRACE ;

statement
    : GIVEN PARAM param=name EQ expression                              # givenParam
    | GIVEN subject=name rowKey? settingBlock? (NEWLINE? children)*     # givenRow
    | EXPECT FAULT expression                                           # expectFault
    | EXPECT expression                                                 # expectHolds
    ;

rowKey : name | STRING | NUMBER | DATE ;

settingBlock : LBRACE (setting ((COMMA | NEWLINE) setting)*)? RBRACE ;

setting : when=(WAS | HELD)? name (LPAREN family+=name (COMMA family+=name)* RPAREN)? EQ expression ;

children : WITH plural=name row (NEWLINE row)* ;

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
    : CHOICE | COLUMNS | ENTITY | EXAMPLES | EXPECT | FAULT | FUNCTION | GRID | IMPORT | KEY | LIBRARY | PARAM
    | POLICY | PROPERTY | REPLACE | REPORT | ROWS | STATE | STEPS | SYSTEM | TABLE | TEST | UNIT | VALUE
    ;

link
    : ANY | AS | AT | BELOW | CHANGES | CHANGING | CLAMP | CLIPPED | FROM | GREATEST | HALF | HELD | ITS | LEAST
    | LESS | LINEAR | LISTED | MARGINAL | MOST | NEEDS | OLDER | ONCE | PLACES | REFINES | REFUSED | STARTS
    | SYMMETRIC | THAN | THE | TO | TOGETHER | UP | WAS | WEIGHTED | WITH | WITHIN
    ;
