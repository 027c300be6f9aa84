using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Sessions;

namespace ChatAuth.Core.Commands;

/// <summary>What was asked. Names in it are as typed: only the catalog that the person may see tells what they mean.</summary>
internal abstract record ModelCommand
{
    private protected ModelCommand() { }

    /// <summary><c>/model</c>, <c>/model list [provider] [page]</c>.</summary>
    /// <param name="Provider">Only this provider's models; null is all.</param>
    /// <param name="Page">The page, from 1.</param>
    public sealed record List(string? Provider, int Page) : ModelCommand;

    /// <summary><c>/model status</c>.</summary>
    public sealed record Status : ModelCommand;

    /// <summary><c>/model why</c>.</summary>
    public sealed record Why : ModelCommand;

    /// <summary><c>/model reset</c>.</summary>
    public sealed record Reset : ModelCommand;

    /// <summary><c>/model unpin</c>.</summary>
    public sealed record Unpin : ModelCommand;

    /// <summary><c>/model inherit</c>.</summary>
    public sealed record Inherit : ModelCommand;

    /// <summary><c>/model undo</c>.</summary>
    public sealed record Undo : ModelCommand;

    /// <summary><c>/model history [count]</c>.</summary>
    /// <param name="Count">How many entries, 1 to 50; default 10.</param>
    public sealed record History(int Count) : ModelCommand;

    /// <summary><c>/model test [selector]</c>.</summary>
    /// <param name="Selector">What to test; null is what would serve next.</param>
    public sealed record Test(ModelSelector? Selector) : ModelCommand;

    /// <summary><c>/model allow [once|session|never]</c>.</summary>
    /// <param name="Scope">How far the consent reaches.</param>
    public sealed record Allow(ConsentScope Scope) : ModelCommand;

    /// <summary><c>/model deny</c>.</summary>
    public sealed record Deny : ModelCommand;

    /// <summary><c>/model claim CODE</c>.</summary>
    /// <param name="Text">All that follows the word, as typed: a code, or text with a code in it. It is treated as a secret.</param>
    public sealed record Claim(string Text) : ModelCommand
    {
        /// <summary>What is wrong with it where only its sender reads it; null when it is one word. Where others do, a code in it is out in any case.</summary>
        public Malformed? Wrong { get; init; }

        /// <summary>Without the code.</summary>
        public override string ToString() => nameof(Claim);
    }

    /// <summary><c>/model clear @work</c>: the account rests no more.</summary>
    /// <param name="Profile">The account, without its <c>@</c>.</param>
    /// <param name="Column">Where it stands in the message, counted from 1.</param>
    public sealed record Clear(string Profile, int Column) : ModelCommand;

    /// <summary><c>/model help</c>, <c>/model ?</c>.</summary>
    public sealed record Help : ModelCommand;

    /// <summary><c>/model 3</c>.</summary>
    /// <param name="Row">The row of the list last delivered to this person here.</param>
    public sealed record Pick(int Row) : ModelCommand;

    /// <summary>A tap on a row of the list.</summary>
    /// <param name="Model">The row's model.</param>
    public sealed record PickModel(ModelRef Model) : ModelCommand;

    /// <summary>A tap that asks for the accounts of a model.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Page">The page, from 1.</param>
    public sealed record Accounts(ModelRef Model, int Page) : ModelCommand;

    /// <summary><c>/model opus@work for 2h ?</c>, and the alias form of the same.</summary>
    /// <param name="Selector">What to select.</param>
    /// <param name="Span">How long; null is for good.</param>
    /// <param name="DryRun">Only say what would happen.</param>
    public sealed record Select(ModelSelector Selector, TimeSpan? Span, bool DryRun) : ModelCommand;

    /// <summary><c>/opus@work explain this</c>: ask once, change nothing.</summary>
    /// <param name="Selector">With what to ask.</param>
    /// <param name="Prompt">The question, as typed.</param>
    public sealed record AskOnce(ModelSelector Selector, string Prompt) : ModelCommand
    {
        /// <summary>The selector was typed by itself, and what works instead is typed there too; else it stood in a command.</summary>
        public bool IsSelectorAlone { get; init; }
    }

    /// <summary>It begins like one of ours and is none.</summary>
    /// <param name="Code">What is wrong.</param>
    /// <param name="Column">Where, counted from 1.</param>
    /// <param name="Works">The nearest thing that works, ready to be sent; null when the code's remedy says it.</param>
    public sealed record Malformed(ErrorCode Code, int Column, string? Works) : ModelCommand
    {
        /// <summary>The time that stands alone, as in <c>/model for 2h</c>: the model that holds is offered with it. Null for none.</summary>
        public TimeSpan? TimeAlone { get; init; }
    }
}
