using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class ModelFormTests
{
    [TestCase("/model")]
    [TestCase("/models")]
    [TestCase("  /MODEL\t")]
    [TestCase("/model:")]
    [TestCase("/model :")]
    [TestCase("/model@mybot")]
    [TestCase("/models@MyBot:")]
    [TestCase("/model list")]
    [TestCase("/model: LIST")]
    public void Model_alone_lists_everything(string text)
    {
        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.List(null, 1)));
    }

    [Test]
    public void Time_without_what_it_is_for_is_read_as_that() =>
        Assert.That(Typed.Command("/model FOR  2h"), Is.EqualTo(new ModelCommand.Malformed(ErrorCode.ChoiceMissing, 8, null) { TimeAlone = TimeSpan.FromHours(2) }));

    [TestCase("/model for soon", "span-invalid", 12)]
    [TestCase("/model for 2h now", "text-unexpected", 15)]
    public void Time_that_is_none_or_goes_on_is_an_error_where_it_does(string text, string code, int column)
    {
        var wrong = (ModelCommand.Malformed)Typed.Command(text)!;

        Assert.That((wrong.Code.Id, wrong.Column), Is.EqualTo((code, column)));
    }

    [TestCase("/model opus for 2h", 120, false)]
    [TestCase("/model opus\tFOR  1d12h ?", 2160, true)]
    [TestCase("/model opus ?", null, true)]
    public void Options_of_a_selection_are_read(string text, int? minutes, bool dryRun)
    {
        var span = minutes is { } count ? TimeSpan.FromMinutes(count) : (TimeSpan?)null;

        Assert.That(Typed.Command(text), Is.EqualTo(new ModelCommand.Select(new ModelSelector("opus", null, 8), span, dryRun)));
    }

    [TestCase("/model@work", "/model @work")]
    [TestCase("/model@anthropic:work:", "/model @anthropic:work")]
    [TestCase("/model@work for 2h", null)]
    [TestCase("/model@wo<rk", null)]
    [TestCase("/model@", null)]
    public void Address_where_nothing_is_addressed_is_an_error_that_shows_the_space(string text, string? works)
    {
        Assert.That(Typed.OnDiscord(text), Is.EqualTo(new ModelCommand.Malformed(ErrorCode.AddressUnknown, 7, works)));
    }
}
