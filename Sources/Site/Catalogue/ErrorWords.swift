extension Catalogue {
    /// Errors (错误用语): what stands there, the rule, the remedy. Named like the error, values at `{}`.
    static let errorWords: [String: Phrase] = [
        "error.title": Phrase("未能办理", "This could not be done"),
        "error.title.400": Phrase("地址或内容有误", "The address or form is wrong"),
        "error.title.403": Phrase("没有权限", "Not permitted"),
        "error.title.404": Phrase("没有这个页面", "No such page"),
        "error.title.409": Phrase("他人已先行更改", "Somebody was first"),
        "error.title.500": Phrase("服务器出了问题", "The server failed"),
        "error.unforeseen": Phrase(
            "服务器出了意料之外的问题，未作任何更改。请稍后再试；仍不行时请联系系统管理员。",
            "Something unforeseen went wrong on the server; nothing was changed. Try again later, or call the administrator."),
        // Site
        "error.signInRequired": Phrase("请先登录。", "Please sign in first."),
        "error.pageMustExist": Phrase(
            "没有这个页面，或不在您的职责范围内。请从菜单重新进入。",
            "There is no such page, or it is outside your duties. Start again from the menu."),
        "error.permissionMustBeHeld": Phrase(
            "您的账号没有“{}”的权限。需要时请联系系统管理员。",
            "Your account may not {}. Ask the administrator if you need to."),
        "error.formMustBeOurs": Phrase(
            "表单已失效，或不是从本站打开的页面提交的，未作任何更改。请返回页面刷新后重新提交。",
            "The form is too old or did not come from a page of this site; nothing was changed. Reload the page and send it again."),
        "error.formMustBeWhole": Phrase("提交的内容不完整：“{}”。请返回页面重新填写。", "What was sent is incomplete: “{}”. Go back and fill it in again."),
        "error.parameterMustBeKnown": Phrase(
            "地址里的参数“{}”不认识，没有按它筛选。可用的参数：{}。",
            "The address has a parameter “{}” that is not known, so nothing was shown. Known are: {}."),
        "error.valueMustBeAllowed": Phrase(
            "参数“{}”没有“{}”这个值，没有按它筛选。可用的值：{}。",
            "The parameter “{}” has no value “{}”, so nothing was shown. Allowed are: {}."),
        "error.valueMustHaveForm": Phrase(
            "参数“{}”的值“{}”不能用。应为：{}。", "The parameter “{}” cannot be “{}”. It must be: {}."),
        "form-of.page": Phrase("页码，从 1 起的整数", "a page number, from 1"),
        "form-of.box": Phrase("西,南,东,北，十进制度", "west,south,east,north in degrees"),
        "form-of.q": Phrase("不超过 100 个字", "at most 100 characters"),
        "form-of.batch": Phrase("已接收批次的标识，见批次页", "the id of a received batch, as on its page"),
        "form-of.from": Phrase("从 0 起的整数", "a whole number, from 0"),
        "form-of.to": Phrase("从 0 起的整数", "a whole number, from 0"),
        "error.unfiltered": Phrase("打开未筛选的页面", "Open the page without a filter"),
        "error.passwordMustMatch": Phrase("账号或口令不对。请检查大小写后重试。", "Account or password is wrong. Check capitals and try again."),
        "error.attemptsMustPause": Phrase("口令错误次数过多，请在 {} 秒后再试。", "Too many wrong passwords. Try again in {} seconds."),
        "error.bodyMustBeUnder": Phrase(
            "文件超过 {} 的上限。请拆分后分批导入，或由管理员在服务器上导入。",
            "The file exceeds the limit of {}. Split it, or have the administrator import it on the server."),
        "error.uploadMustHaveName": Phrase("没有收到文件名。请重新选择文件。", "The file came without a name. Choose it again."),
        "error.uploadMustBeWhole": Phrase("文件没有传完。请检查网络后重新上传。", "The file did not arrive whole. Check the network and send it again."),
        "error.workMustFit": Phrase("服务器正忙，请稍后再试。", "The server is busy. Try again shortly."),
        // Casework
        "error.mappingMustBeNamed": Phrase(
            "不认识这种字段布局：{}。请指明各字段的含义，程序会记住。",
            "The layout is unknown: {}. Say which field means what; the program will remember."),
        "error.mappingMustNameFields": Phrase("文件里没有字段“{}”。现有字段：{}。请重新指定。", "The file has no field “{}”. Its fields: {}. Choose again."),
        "error.areaUnitMustBeNamed": Phrase(
            "看不出字段“{}”的面积单位（例如 {}）。请指明单位。",
            "The unit of area in field “{}” cannot be told (for example {}). Name it."),
        "error.layerMustBeBound": Phrase(
            "表“{}”不是标准表名，不知道是哪个管控图层。请从这些图层中指定：{}。",
            "Table “{}” is no standard name. Say which control layer it is: {}."),
        "error.classFieldMustExist": Phrase("图层里没有分类字段“{}”。现有字段：{}。", "The layer has no class field “{}”. Its fields: {}."),
        "error.planMustBeUsable": Phrase(
            "方案文件 {} 有错误，不能启用。请按下列各条改好后重新上传：\n{}",
            "The plan file {} has errors and cannot be put in force. Mend these and send it again:\n{}"),
        "error.planMustBeNew": Phrase(
            "这份方案（版本 {}）正是现行方案，一字未改，无需启用。", "This very text (version {}) is in force already; there is nothing to do."),
        "error.planMustContinue": Phrase(
            "方案编号是 {}，而本台账执行的是 {}。不同的专项行动应另建台账；确属承接的，请在方案的 continues 里写明 plan: {}。",
            "The plan is {}, while this ledger runs {}. Another campaign has a ledger of its own; one that continues this says so under continues, plan: {}."
        ),
        "error.planTextMustExist": Phrase(
            "台账里没有摘要为 {} 的方案文本，未作更改。请重新上传方案文件。",
            "The ledger has no plan text with digest {}; nothing was changed. Send the plan file again."),
        "error.layerVersionMustExist": Phrase(
            "没有图层版本 {}。`landledger layer list` 列出已入库的版本。", "There is no layer version {}. `landledger layer list` shows those adopted."),
        "error.layerMustBePrepared": Phrase(
            "图层 {} 的套合索引无法写入工作目录（{}）。请检查磁盘空间和权限，然后重试。",
            "The overlay index of layer {} cannot be written to the work folder ({}). See to space and permissions of the disk, then try again."
        ),
        "error.batchMustExist": Phrase("没有批次 {}。", "There is no batch {}."),
        "error.entryMustExist": Phrase("没有条目 {}，或不在您的职责范围内。", "There is no entry {}, or it is outside your duties."),
        "error.proposalMustExist": Phrase(
            "条目 {} 还没有判定建议，不能签署。请先完成套合初判。",
            "Entry {} has no proposal yet and cannot be signed. Overlay and propose first."),
        "error.reasonMustBeGiven": Phrase("改判或撤回必须写明理由。请填写理由后再提交。", "Overruling or withdrawing needs a reason. Write it and send again."),
        "error.datesMustBeOrdered": Phrase(
            "生效日期 {} 晚于失效日期 {}。请更正。",
            "The layer would come into force on {}, after its end on {}. Correct the days."),
        "error.nothingToExport": Phrase("筛选结果为空，没有可导出的条目。请放宽筛选条件。", "No entry matches, so there is nothing to export. Widen the filter."),
        // Ledger
        "error.versionMustBeCurrent": Phrase(
            "{} 已被他人先行更改（您看到的是第 {} 版，现为第 {} 版），您的操作未生效。请查看最新内容后再决定。",
            "{} was changed by somebody else first (you saw version {}, it is now {}); your act was not carried out. Look at "
                + "it again and decide."),
        "error.keyMustNotBeReused": Phrase(
            "这次提交的标识已用于另一项操作，未作更改。请刷新页面后重试。",
            "The mark of this act was used for another one; nothing was changed. Reload the page and try again."),
        "error.layerVersionMustBeNew": Phrase("图层版本 {} 已经入库。请换一个版本号。", "Layer version {} is there already. Choose another version."),
        "error.batchMustBe": Phrase("批次应为“{}”，现为“{}”，不能这样办理。请刷新页面。", "The batch should be “{}” but is “{}”. Reload the page."),
        "error.actMustChangeSomething": Phrase("这次操作没有任何更改。", "The act would change nothing."),
        "error.eventMustFitStream": Phrase(
            "事件 {} 不能用于 {}，未作更改。这是程序错误，请联系系统管理员。",
            "Event {} does not fit {}; nothing was changed. This is a fault of the program: call the administrator."),
        "error.patchMustExist": Phrase(
            "没有图斑 {}，未作更改。请刷新页面后重试。",
            "There is no patch {}; nothing was changed. Reload the page and try again."),
        "error.patchMustBeNamedByItsRow": Phrase(
            "图斑 {} 的编号与批次、行号不符，未作更改。请重新导入文件。",
            "Patch {} is not named by its batch and row; nothing was changed. Import the file again."),
        "error.materialMustComeWithItsEvent": Phrase(
            "随附数据没有对应的事件（{}），未作更改。这是程序错误，请联系系统管理员。",
            "Material came without its event ({}); nothing was changed. This is a fault of the program: call the administrator."),
        "error.countsMustAddUp": Phrase(
            "{} 的数量对不上：说是 {}，实有 {}，未作更改。请重新导入文件。",
            "The counts of {} do not add up: {} told, {} found; nothing was changed. Import the file again."),
        "error.digestMustMatchMaterial": Phrase(
            "{} 的校验值与内容不符，未作更改。请重新导入文件。",
            "The digest of {} does not match its contents; nothing was changed. Import the file again."),
        "error.storeMustBeDurable": Phrase(
            "台账文件不能保证断电不丢数据（{} = {}），已拒绝使用。请把台账放在本机磁盘上。",
            "The ledger file cannot keep data through a power cut ({} = {}) and is refused. Put it on a local disk."),
        "error.storeMustBeOurs": Phrase("文件 {} 不是本程序的台账（{}）。请检查路径。", "File {} is not a ledger of this program ({}). Check the path."),
        "error.logMustMatchItsChain": Phrase(
            "日志第 {} 条与校验链不符，数据可能被改动或损坏。请停止使用，从备份恢复，并报告纪检监察。",
            "Event {} does not match the chain: the data was altered or damaged. Stop, restore from backup, and report it."),
        // Files
        "error.fileMustExist": Phrase("找不到文件 {}。", "File {} cannot be found."),
        "error.formatMustBeKnown": Phrase(
            "不认识这种文件：{}。可用 Shapefile（zip）、GeoPackage、FileGDB、GeoJSON、KML、DXF、界址点 TXT、CSV、Excel。",
            "This kind of file is not known: {}. Use Shapefile (zip), GeoPackage, FileGDB, GeoJSON, KML, DXF, boundary-point "
                + "TXT, CSV or Excel."),
        "error.fileMustBeWhole": Phrase("文件已损坏：{}。请来源单位重新导出。", "The file is damaged: {}. Ask the sender to export it again."),
        "error.fileMustHoldRows": Phrase(
            "文件里没有一行数据（{}），未导入。请核对是否选错文件，或请来源单位重新导出。",
            "The file holds no row of data ({}); nothing was imported. See whether it is the right file, or ask for a new export."),
        "error.contentMustMatchName": Phrase(
            "文件名以 .{} 结尾，内容却是 {}。请来源单位发送原文件，不要改扩展名。",
            "The name ends in .{}, but the content is {}. Ask the sender for the original file, its ending unchanged."),
        "error.filesMustComeTogether": Phrase(
            "文件引用了没有一起送来的其他文件（{}）。请把它们放进同一个压缩包再导入。",
            "The file names other files that did not come with it ({}). Put them into one zip and import that."),
        "error.coordinatesMustBeNamed": Phrase(
            "文件没有说明坐标系（坐标值如 {}）。符合数值的坐标系：{}。请指定一个。",
            "The file does not name its coordinate system (values like {}). Systems that fit: {}. Choose one."),
        "error.coordinatesMustBeKnown": Phrase(
            "不认识坐标系 {}。符合数值的坐标系：{}。请指定一个。", "There is no coordinate system {}. Systems that fit the values: {}. Choose one."),
        "error.coordinatesMustFitValues": Phrase(
            "坐标系 {} 与坐标值 {} 不符。符合数值的坐标系：{}。请重新指定。",
            "Coordinate system {} does not fit the values {}. Systems that fit: {}. Choose again."),
        "error.transformationMustBeNamed": Phrase(
            "文件使用 {} 坐标系，转换到 CGCS2000 需要参数。请填写七参数或 PROJ 表达式。",
            "The file is in {}; a transformation to CGCS2000 is needed. Give seven parameters or a PROJ pipeline."),
        "error.transformationMustBeUsable": Phrase(
            "转换参数不能使用：{}。须为七个数 dx,dy,dz,rx,ry,rz,ppm（米、角秒、ppm，逗号隔开），或以 +proj= 开头的 PROJ 表达式；"
                + "转换后的位移不得超过约 1 公里。",
            "The transformation cannot be used: {}. It must be seven numbers dx,dy,dz,rx,ry,rz,ppm (metres, arc seconds, ppm), "
                + "or a PROJ pipeline that begins with +proj=, and may not move land by more than about a kilometre."),
        "error.layerMustBeNamed": Phrase("文件里有多个图层：{}。请指定要导入的一个。", "The file has several layers: {}. Name the one to import."),
        "error.layerMustExist": Phrase("文件里没有图层“{}”。现有图层：{}。", "The file has no layer “{}”. Its layers: {}."),
        "error.fieldMustExist": Phrase("文件里没有字段“{}”。现有字段：{}。", "The file has no field “{}”. Its fields: {}."),
        "error.limitMustHold": Phrase("文件超过读取上限（{} {}）。请拆分后分批导入。", "The file exceeds a limit of reading ({} {}). Split it."),
        "error.archiveMustBeSafe": Phrase(
            "压缩包不安全：{}。请重新打包，只含所需文件。",
            "The archive is not safe: {}. Pack it again with the needed files only."),
        "error.mustNotBeEncrypted": Phrase(
            "文件已加密或为旧格式（{}）。请去除口令并另存为新格式。",
            "The file is encrypted or of an old format ({}). Remove the password and save it anew."),
        "error.readerMustSurvive": Phrase(
            "读取进程中止（{}），未导入任何内容。文件很可能已损坏，请来源单位重新导出。",
            "The reader process died ({}); nothing was imported. The file is probably damaged: ask for a new export."),
        "error.readerMustStart": Phrase(
            "读取进程无法启动（{} {}）。请联系系统管理员。",
            "The reader process could not start ({} {}). Call the administrator."),
        "error.writingMustSucceed": Phrase("文件 {} 未能写出（{}）。请检查磁盘空间。", "File {} could not be written ({}). Check the disk."),
    ]
}
